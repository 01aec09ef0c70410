import { AgreementKey, PublicKey, Time, type CompactJws } from '@parley/protocol'
import { line, payloadOf, readPayload, signJws, verifyJws, type Seal } from '@parley/seal'
import * as v from 'valibot'

/**
 * What a side hands to whoever is to send it something sealed: its public keys, signed by the seal among them.
 * Whose seal that is only its code tells, compared by another channel. The name is what its side calls itself.
 */
export const SealCard = v.strictObject({
  name: line(120),
  seal: PublicKey,
  agreement: AgreementKey,
  at: Time,
})
export type SealCard = v.InferOutput<typeof SealCard>

/** The file of a card. */
export function signSealCard(
  { publicKey, agreement, signingKey }: Seal,
  { name, at }: { name: string; at: number },
): Promise<CompactJws> {
  const card = { name, seal: publicKey, agreement, at } satisfies SealCard
  return signJws(signingKey, 'parley-seal-card', v.parse(SealCard, card))
}

/** The card in such a file, if the seal that it names signed it. Refuses with `bad-signature` or `malformed`. */
export async function readSealCard(file: string): Promise<SealCard> {
  const jws = file.trim()
  const { seal } = readPayload(SealCard, payloadOf(jws))
  return readPayload(SealCard, await verifyJws(jws, 'parley-seal-card', seal))
}
