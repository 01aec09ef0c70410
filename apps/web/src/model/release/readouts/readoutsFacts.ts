import type { DeskState, ReadoutDeskState } from '@parley/client'
import type { Hash, PublicKey } from '@parley/protocol'
import { approvalHash, textHash } from '@parley/release'
import { fingerprintOf } from '@parley/seal'

/** What the readouts of a desk are derived from. */
export type ReadoutsFacts = {
  readonly readout: ReadoutDeskState
  readonly desk: DeskState
  /** Names the original as it is now, and all that the public will read. */
  readonly names: { readonly text: Hash; readonly approval: Hash }
  /** Of each seal of the plan, what its emblem is drawn from. */
  readonly emblems: ReadonlyMap<PublicKey, string>
}

/** Completes them with what takes a while to count. */
export async function readoutsFactsOf(
  readout: ReadoutDeskState,
  desk: DeskState,
): Promise<ReadoutsFacts> {
  const { wording } = readout.drafting.text
  const seals = desk.documents.plan?.payload.sides.map(({ seal }) => seal) ?? []
  const [text, approval, emblems] = await Promise.all([
    textHash(wording),
    approvalHash(wording),
    Promise.all(seals.map(async (seal) => [seal, (await fingerprintOf(seal)).hex] as const)),
  ])
  return { readout, desk, names: { text, approval }, emblems: new Map(emblems) }
}
