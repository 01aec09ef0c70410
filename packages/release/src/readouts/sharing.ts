import { CompactJws, type AgreementKey, type CompactJwe, type Hash } from '@parley/protocol'
import { hashOf, openWith, payloadOf, readPayload, sealTo, utf8, verifyJws } from '@parley/seal'
import * as v from 'valibot'
import { Readout } from '../documents/readout.ts'

/** What an ally's desk opens. Nobody else can, the server included. */
const Shared = v.strictObject({ parley: v.literal(1), readout: CompactJws })

/** A readout that was shared before it was published. */
export type SharedReadout = {
  readonly readout: Readout
  readonly hash: Hash
  readonly jws: CompactJws
}

/** Seals a signed readout to the desk of an ally. */
export function shareReadout(readout: CompactJws, ally: AgreementKey): Promise<CompactJwe> {
  return sealTo(
    ally,
    utf8(JSON.stringify({ parley: 1, readout } satisfies v.InferInput<typeof Shared>)),
  )
}

/**
 * Opens one with the X25519 key of the seal that it was sealed to. What it proves: the seal that the readout
 * names signed these very words. Whose seal that is, its code tells. Refuses with `malformed` or `bad-signature`.
 */
export async function openShared(file: string, privateKey: CryptoKey): Promise<SharedReadout> {
  const { readout: jws } = readPayload(Shared, await openWith(privateKey, file.trim()))
  const claimed = readPayload(Readout, payloadOf(jws))
  const readout = readPayload(Readout, await verifyJws(jws, 'parley-document', claimed.side.seal))
  return { readout, hash: await hashOf(jws), jws }
}
