import { newSeatId, systemClock, type Desk, type Server } from '@parley/client'
import { PLENARY, type SeatId } from '@parley/protocol'
import type { Role, Seat } from '@parley/seal'
import { agreeOnPlan, agreeOnSeats } from './agreeing.ts'
import { inMemory } from './inMemory.ts'

/** A demonstration's call: two desks that agreed, and who sits where. */
export type Agreed = {
  desks: readonly [Desk, Desk]
  seats: readonly { desk: Desk; seat: SeatId; name: string; side: string }[]
}

const SIDES = ['Switzerland', 'Kenya'] as const

const PEOPLE: readonly { side: 0 | 1; name: string; office: string; role: Role }[] = [
  { side: 0, name: 'Mathilde Aeberhard', office: 'Federal Councillor', role: 'principal' },
  { side: 0, name: 'Reto Camenzind', office: 'Head, Transboundary Waters', role: 'adviser' },
  { side: 1, name: 'Zawadi Kiptalam', office: 'Cabinet Secretary for Water', role: 'principal' },
  { side: 1, name: 'Josphat Mwendwa', office: 'Director, Basin Authority', role: 'adviser' },
]

/** Plans a call between two invented desks, and seats invented people. */
export async function agree(
  server: Server,
  { createToken, page }: { createToken: string; page: string },
): Promise<Agreed> {
  const stores = [inMemory(), inMemory()] as const
  const desks = await agreeOnPlan(
    { server, clock: systemClock, page, createToken, stores },
    {
      names: SIDES,
      title: 'Upper Tana Water Treaty',
      start: systemClock.nowMs(),
      timeZone: 'Africa/Nairobi',
      languages: ['en', 'fr', 'sw'],
      agenda: [
        { part: 1, title: 'Opening by both principals', minutes: 10, open: true },
        { part: 2, title: 'Compensation for storage losses', minutes: 50, open: false },
      ],
      modalities: { recording: 'never', ifLineDrops: '', peopleInRoom: '' },
    },
  )
  const people = PEOPLE.map((person) => ({ ...person, seat: newSeatId() }))
  const seatsOf = (of: 0 | 1) =>
    people
      .filter(({ side }) => side === of)
      .map(({ seat, name, office, role }): Seat => ({
        seat,
        name,
        office,
        role,
        languages: ['en'],
        rooms: [PLENARY],
      }))
  await agreeOnSeats(desks, [seatsOf(0), seatsOf(1)])
  const seats = people.map(({ side, seat, name }) => ({
    desk: desks[side],
    seat,
    name,
    side: SIDES[side],
  }))
  return { desks, seats }
}
