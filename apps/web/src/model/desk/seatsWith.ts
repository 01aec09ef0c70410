import { PLENARY, type SeatId } from '@parley/protocol'
import type { Role, Seat } from '@parley/seal'
import type { SeatRow } from './deskView.ts'

/** The delegation with one more person, who is cleared for the plenary. */
export function seatsWith(
  rows: readonly SeatRow[],
  added: { seat: SeatId; name: string; office: string; role: Role },
): readonly Seat[] {
  const kept = rows.map(({ seat, name, office, role, languages, rooms }) => ({
    seat,
    name,
    office,
    role,
    languages,
    rooms,
  }))
  return [...kept, { ...added, languages: ['en'], rooms: [PLENARY] }]
}
