import type { Clock } from '@parley/call'
import {
  enrol,
  newSeatId,
  openSeat,
  readLink,
  serverAt,
  type Desk,
  type EnrolmentStep,
  type KeyStore,
  type OpenSeat,
  type Server,
} from '@parley/client'
import { agreeOnPlan, agreeOnSeats, until } from '@parley/demo'
import { aidePlaceOf, caucusOf, PLENARY, type SeatId, type SideId } from '@parley/protocol'
import type { Seat } from '@parley/seal'
import { memoryKeyStore } from './memoryKeyStore.ts'

/** Two desks that agreed on a plan and on the same number of seats each, at a real server. */
export interface PlannedCall extends AsyncDisposable {
  readonly server: Server
  readonly desks: readonly [Desk, Desk]
  /** The profile of each desk. */
  readonly stores: readonly [KeyStore, KeyStore]
  readonly seats: readonly { readonly seat: SeatId; readonly side: SideId; readonly desk: Desk }[]
  /** Enrols a device for that seat, or for the place of its aide, and signs it in. `server` may lead over another line. */
  sit(seat: SeatId, server?: Server): Promise<OpenSeat>
}

/** What is written in a plan and its delegations. */
export type PlannedWords = {
  readonly title: string
  readonly sides: readonly [string, string]
  readonly item: string
  readonly ifLineDrops: string
  readonly people: string
  readonly office: string
}

const WORDS: PlannedWords = {
  title: 'Talks',
  item: 'Opening',
  people: 'Person',
  office: '',
  ifLineDrops: '',
  sides: ['Switzerland', 'Kenya'],
}

/** What a seat is, where that is not an adviser who speaks English. `place` counts through both sides. */
export type SeatAt = (
  place: number,
) => Partial<Pick<Seat, 'name' | 'role' | 'languages' | 'rooms' | 'records'>>

/** Plans one, over the same functions as a console. */
export async function planCall(
  at: { url: string; createToken: string },
  {
    seatsEach,
    clock,
    words: { title, item, people, sides, office, ifLineDrops } = WORDS,
    stores = [memoryKeyStore(), memoryKeyStore()],
    seatAt = () => ({}),
    aideOpens,
    recording = 'never',
    keepDays,
    more = [],
  }: {
    seatsEach: number
    clock: Clock
    words?: PlannedWords
    stores?: readonly [KeyStore, KeyStore]
    seatAt?: SeatAt
    /** What the plan says of an aide's console. */
    aideOpens?: 'at-once'
    /** Whether its open parts are recorded, and for how many days that is kept. */
    recording?: 'never' | 'open-parts'
    keepDays?: number
    /** Closed items of the agenda after the first, five minutes each. */
    more?: readonly string[]
  },
): Promise<PlannedCall> {
  await using parts = new AsyncDisposableStack()
  const server = serverAt(at.url)
  const desks = await agreeOnPlan(
    { server, clock, page: at.url, createToken: at.createToken, stores },
    {
      names: sides,
      title,
      start: clock.nowMs(),
      timeZone: 'UTC',
      languages: ['en'],
      agenda: [item, ...more].map((of, place) => {
        return { part: place + 1, title: of, minutes: 5, open: place === 0 }
      }),
      modalities: {
        recording,
        ifLineDrops,
        peopleInRoom: '',
        ...(aideOpens && { aideOpens }),
        ...(keepDays !== undefined && { keepDays }),
      },
    },
  )
  for (const desk of desks) parts.use(desk)
  const seatsOf = ({ state }: Desk, side: number): Seat[] =>
    Array.from({ length: seatsEach }, (_, index) => ({
      seat: newSeatId(),
      name: `${people} ${index + 1}`,
      office,
      role: 'adviser',
      languages: ['en'],
      rooms: [PLENARY, caucusOf(state.record.side)],
      ...seatAt(side * seatsEach + index),
    }))
  const declared = [seatsOf(desks[0], 0), seatsOf(desks[1], 1)] as const
  await agreeOnSeats(desks, declared)
  const seats = desks.flatMap((desk, index) => {
    const { side } = desk.state.record
    return (declared[index] ?? []).map(({ seat }) => ({ seat, side, desk }))
  })
  const stays = parts.move()
  return {
    server,
    desks,
    stores,
    seats,
    async sit(seat, over = server) {
      const places = [seat, aidePlaceOf(seat)]
      const { desk } = seats.find((one) => places.includes(one.seat)) ?? {}
      if (!desk) throw new Error('It is a seat of this call')
      return stays.use(await sitDown({ desk, seat, clock, server: over, page: at.url }))
    },
    [Symbol.asyncDispose]: () => stays.disposeAsync(),
  }
}

/** Enrols a device over a new link of that desk, and signs it in. */
export async function sitDown({
  desk,
  seat,
  clock,
  server,
  page,
}: {
  desk: Desk
  seat: SeatId
  clock: Clock
  server: Server
  page: string
}): Promise<OpenSeat> {
  const isForAide = desk.state.seats.every((one) => one.seat !== seat)
  const opening = isForAide
    ? desk.openAideLink(aidePlaceOf(seat), page)
    : desk.openSeatLink(seat, page)
  const link = readLink(new URL(await opening).hash)
  if (link?.is !== 'seat') throw new Error('It is a seat link')
  const store = memoryKeyStore()
  const code = Promise.withResolvers<string>()
  const show = (step: EnrolmentStep) => {
    if (step.is === 'code') code.resolve(step.code)
  }
  const enrolling = enrol({ server, link, store, clock, show })
  const typed = await code.promise
  const { enrolment } = await until(desk, ({ asking }) =>
    asking.find((one) => one.seat === seat && one.is === 'awaits-code'),
  )
  await desk.enrolments.typeCode(enrolment, typed)
  return await openSeat({ server, record: await enrolling, store, clock })
}
