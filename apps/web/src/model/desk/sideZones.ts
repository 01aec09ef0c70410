import type { SideId } from '@parley/protocol'
import type { ProposedPlan } from '@parley/seal'
import { zoneOfCountry } from './timeZones.ts'

/** Where the clock of a side hangs, as far as this desk knows. */
export type SideZone = { side: SideId; zone: string | undefined }

/** What tells the zones of the sides apart from what the plan says. */
export type ZonesKnown = {
  /** The side of whoever looks. */
  own: SideId
  /** The zone of this browser. */
  here: string
  /** Those chosen at this desk. */
  chosen: Readonly<Record<SideId, string>>
}

/**
 * The zone of every side, its own first. The plan is written in the zone of the side that planned the call,
 * which is its first; of any other it says nothing, and a country with one zone has that.
 */
export function sideZones(
  { sides, timeZone }: Pick<ProposedPlan, 'sides' | 'timeZone'>,
  { own, here, chosen }: ZonesKnown,
): readonly SideZone[] {
  const known = sides.map(({ side, flag }, place): SideZone => {
    const guessed = place === 0 ? timeZone : zoneOfCountry(flag)
    return { side, zone: chosen[side] ?? (side === own && place > 0 ? here : guessed) }
  })
  return [...known.filter(({ side }) => side === own), ...known.filter(({ side }) => side !== own)]
}

/** Each zone once, in that order. */
export function zonesOf(sides: readonly SideZone[]): readonly string[] {
  return [...new Set(sides.flatMap(({ zone }) => zone ?? []))]
}
