import { DocumentKind, Refusal, type Bytes, type CompactJws, type Hash } from '@parley/protocol'
import { fromText, payloadOf, sha256Text, toText, verifyJws } from '@parley/seal'
import * as v from 'valibot'
import type { Party } from '../../documents/party.ts'
import { readRelease, type ReleaseDocument } from '../../documents/releaseDocument.ts'
import type { Released } from '../verdict.ts'
import { sidesOf } from './sidesOf.ts'

/** One signature of a version, as it is. */
export type SignedAs =
  /** A side that the text names signed it. */
  | { readonly is: 'signed'; readonly text: Released; readonly hash: Hash; readonly by: Party }
  /** The text can be read, and none of the sides that it names signed it. */
  | { readonly is: 'not-signed'; readonly text: Released }
  /** What stands there is no text of a release. */
  | { readonly is: 'unreadable' }

/** What a JWS is. Its text is not to be trusted before a side that it names has signed it. */
export async function signedAs(jws: CompactJws): Promise<SignedAs> {
  const bytes = readOrNothing(() => payloadOf(jws))
  const text = bytes && readOrNothing(() => textOf(bytes))
  if (!text) return { is: 'unreadable' }
  const signed = await Promise.all(sidesOf(text).map((side) => isBy(jws, side)))
  const by = sidesOf(text)[signed.indexOf(true)]
  return by ? { is: 'signed', text, hash: await sha256Text(bytes), by } : { is: 'not-signed', text }
}

/** Read as of the kind that it names itself: whether that is the kind that was looked for is asked later. */
function textOf(bytes: Bytes): Released | undefined {
  const claimed: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const { kind } = v.parse(v.object({ kind: DocumentKind }), claimed)
  const document = readRelease(kind, bytes)
  return isReleased(document) ? document : undefined
}

function isReleased(document: ReleaseDocument): document is Released {
  return ['announcement', 'clip', 'readout'].includes(document.is)
}

/** A signature is taken in its one spelling only: in another, bits that mean nothing would go unseen. */
async function isBy(jws: CompactJws, { seal }: Party): Promise<boolean> {
  const signature = jws.slice(jws.lastIndexOf('.') + 1)
  try {
    await verifyJws(jws, 'parley-document', seal)
    return toText(fromText(signature)) === signature
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function readOrNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    const isNone = [Refusal, SyntaxError, v.ValiError].some((kind) => error instanceof kind)
    if (isNone) return undefined
    throw error
  }
}
