import { cityOf } from './timeZones.ts'
import { wallTimeOf } from './wallTime.ts'

/** What the clock of a place shows. */
export type Clock = {
  zone: string
  city: string
  /** It is another day there than in the first place: then the day is said, too. */
  isOtherDay: boolean
}

/** The clocks of all these places at that moment. */
export function clocksAt(at: number, zones: readonly string[]): readonly Clock[] {
  const [first] = zones
  const dayOf = (zone: string) => wallTimeOf(at, zone).slice(0, 10)
  return zones.map((zone) => ({
    zone,
    city: cityOf(zone),
    isOtherDay: first !== undefined && dayOf(zone) !== dayOf(first),
  }))
}
