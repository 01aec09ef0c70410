import { openLinks, type DeskState, type OpenLinks } from '@parley/client'
import type { PublicKey, SeatId, SideId } from '@parley/protocol'
import { fingerprintOf, type Fingerprint } from '@parley/seal'
import type { SealView } from './deskView.ts'

/** What the view of a desk is derived from, besides what its officer did. */
export type DeskFacts = {
  readonly state: DeskState
  readonly links: OpenLinks
  readonly fingerprints: ReadonlyMap<PublicKey, Fingerprint>
  /** Seats whose devices are in the plenary now. */
  readonly here: ReadonlySet<SeatId>
}

/** Completes the state with its links and with the code of every seal in it. `page` is where the links lead. */
export async function factsOf(state: DeskState, page: string): Promise<Omit<DeskFacts, 'here'>> {
  const sides = state.record.proposal.sides.map(({ side }) => sealOf(state, side))
  const seals = new Set(sides.filter((seal) => seal !== undefined))
  const [links, fingerprints] = await Promise.all([
    openLinks(state.record, { page, own: state.seats }),
    Promise.all([...seals].map(async (seal) => [seal, await fingerprintOf(seal)] as const)),
  ])
  return { state, links, fingerprints: new Map(fingerprints) }
}

/** The seal of a side: its own, pinned, filed, or as the invitation names it. */
export function sealOf({ record, filed }: DeskState, side: SideId): PublicKey | undefined {
  if (side === record.side) return record.seal.publicKey
  const proposed = record.proposal.sides.find((one) => one.side === side)?.seal
  return record.pins[side]?.seal ?? filed.get(side)?.seal ?? proposed ?? undefined
}

/** A seal as it is compared. */
export async function sealViewOf(key: PublicKey): Promise<SealView> {
  return { key, ...(await fingerprintOf(key)) }
}
