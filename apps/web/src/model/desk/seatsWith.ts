import { PLENARY } from '@parley/protocol'
import type { Seat } from '@parley/seal'
import type { SeatRow } from './deskView.ts'

/** The delegation with one more person, who is cleared for the plenary. */
export function seatsWith(
  rows: readonly SeatRow[],
  added: Pick<Seat, 'seat' | 'name' | 'office' | 'role' | 'languages'>,
): readonly Seat[] {
  const kept = rows.map(({ seat, name, office, role, languages, rooms }) => ({
    seat,
    name,
    office,
    role,
    languages,
    rooms,
  }))
  return [...kept, { ...added, rooms: [PLENARY] }]
}
