import {
  DocumentKind,
  Version,
  type CallId,
  type CompactJws,
  type Hash,
  type PublicKey,
} from '@parley/protocol'
import {
  hashOf,
  orNothing,
  payloadOf,
  readClaim,
  readPayload,
  verifyJws,
  type Document,
} from '@parley/seal'
import * as v from 'valibot'

const Filing = v.object({ kind: DocumentKind, version: Version })

/** What a JWS claims to be of that call, if it is one of that kind; whoever signed it. */
export function claimOf(
  jws: string | undefined,
  { call, kind }: { call: CallId; kind: DocumentKind },
): Document | undefined {
  try {
    const { version } = readPayload(Filing, payloadOf(jws ?? ''))
    return readClaim(jws ?? '', { call, kind, version })
  } catch {
    return undefined
  }
}

/** The hash of what these seals signed, each in its place; nothing where one did not sign these very bytes. */
export async function signedByAll(
  signatures: readonly CompactJws[],
  seals: readonly PublicKey[],
): Promise<Hash | undefined> {
  const [first] = signatures
  if (!first || signatures.length !== seals.length) return undefined
  const hash = await hashOf(first)
  const signed = await Promise.all(
    seals.map(async (seal, place) => {
      const jws = signatures[place] ?? first
      return (await isSignedBy(jws, seal)) && (await hashOf(jws)) === hash
    }),
  )
  return signed.every(Boolean) ? hash : undefined
}

/** Whether that seal signed it, as a document. */
export async function isSignedBy(jws: CompactJws, seal: PublicKey): Promise<boolean> {
  return (await orNothing(() => verifyJws(jws, 'parley-document', seal))) !== undefined
}
