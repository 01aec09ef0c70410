import type { Bytes, PublicKey, SideId } from '@parley/protocol'
import { payloadOf, verifyJws } from '../jws.ts'
import { Delegation } from './delegation.ts'
import { orNothing, readPayload } from './read.ts'

/**
 * The delegation of that side, if every one of the seals signed these very bytes; nothing otherwise.
 * `signatures` holds one JWS for each seal, quickest to check in the order of `seals`. Whether it is
 * of this call is for whoever asks.
 */
export function verifyDelegationProof(
  signatures: readonly string[],
  seals: ReadonlyMap<SideId, PublicKey>,
  side: SideId,
): Promise<Delegation | undefined> {
  return orNothing(async () => {
    const [first] = signatures
    if (!first || signatures.length !== seals.size || !seals.has(side)) return undefined
    const payload = payloadOf(first)
    if (!signatures.every((jws) => isSame(payloadOf(jws), payload))) return undefined
    const delegation = readPayload(Delegation, payload)
    if (delegation.side !== side) return undefined
    const signed = await Promise.all(
      [...seals.values()].map((seal, place) => isSignedBy(startingAt(signatures, place), seal)),
    )
    return signed.every(Boolean) ? delegation : undefined
  })
}

async function isSignedBy(signatures: readonly string[], seal: PublicKey): Promise<boolean> {
  for (const jws of signatures) {
    if (await orNothing(() => verifyJws(jws, 'parley-document', seal))) return true
  }
  return false
}

function startingAt<T>(values: readonly T[], place: number): readonly T[] {
  return [...values.slice(place), ...values.slice(0, place)]
}

function isSame(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
