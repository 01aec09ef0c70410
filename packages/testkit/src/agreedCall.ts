import type { Me, RoomTerms } from '@parley/group'
import {
  aidePlaceOf,
  CallId,
  caucusOf,
  Hash,
  PLENARY,
  SeatId,
  SideId,
  type CompactJws,
  type RoomId,
} from '@parley/protocol'
import {
  delegationKind,
  makeDeviceKeys,
  makeSeal,
  passKind,
  signJws,
  toText,
  type Lists,
  type Pass,
  type Seal,
} from '@parley/seal'
import * as v from 'valibot'

/** When the calls of the tests are, in milliseconds since the Unix epoch. */
export const CALL_TIME_MS = 1_790_000_000_000

/** Someone with an agreed seat, a device and a pass. */
export type Person = { seat: SeatId; side: SideId; device: Seal; me: Me }

/** A call as its sides agreed it, with the keys that only the test has. */
export type AgreedCall = {
  terms: RoomTerms
  seals: ReadonlyMap<SideId, Seal>
  people: readonly Person[]
  lists: Lists
}

/** What a pass says, where it differs from an ordinary one. */
export type PassChange = Partial<
  Pick<Pass, 'call' | 'kind' | 'version' | 'seat' | 'drives' | 'listen' | 'notBefore' | 'expires'>
>

/** Two sides with an agreed plan and delegations, `seatsEach` seats on each, cleared for plenary and caucus. */
export async function agreeCall({
  seatsEach,
  room = PLENARY,
  call = v.parse(CallId, random(16)),
}: {
  seatsEach: number
  room?: RoomId
  call?: CallId
}): Promise<AgreedCall> {
  const sides = [0, 1].map(() => v.parse(SideId, random(8)))
  const sealed = await Promise.all(sides.map(async (side) => [side, await makeSeal()] as const))
  const seals = new Map(sealed)
  const terms: RoomTerms = {
    call,
    room,
    root: v.parse(Hash, random(32)),
    seals: new Map(sealed.map(([side, { publicKey }]) => [side, publicKey])),
  }
  const people: Person[] = []
  const seats = new Map<SeatId, ListedSeat>()
  for (const side of sides) {
    const own = Array.from({ length: seatsEach }, () => v.parse(SeatId, random(8)))
    for (const [n, seat] of own.entries()) seats.set(seat, listed(side, n))
    // oxlint-disable-next-line no-await-in-loop -- one side after the other
    const proof = await proveSeats({ call, seals, side, seats })
    // oxlint-disable-next-line no-await-in-loop -- likewise
    people.push(...(await Promise.all(own.map((seat) => sit({ call, seals, side, seat, proof })))))
  }
  const lists = { seats, passVersions: new Map(people.map(({ seat }) => [seat, 1])), withdrawn: [] }
  return { terms, seals, people, lists }
}

/** The same person on a new device, or with a pass that says something else. */
export async function passAnew(
  { seals, terms }: Pick<AgreedCall, 'seals' | 'terms'>,
  { seat, side, me }: Person,
  change: PassChange = {},
): Promise<Person> {
  return sit({ call: terms.call, seals, side, seat, proof: me.proof, change })
}

/** The console of that person's aide, with whatever else its pass says. */
export async function aideOf(
  call: Pick<AgreedCall, 'seals' | 'terms'>,
  person: Person,
  change: PassChange = {},
): Promise<Person> {
  const seat = aidePlaceOf(person.seat)
  const pass = { kind: passKind(seat), seat, drives: person.seat, ...change }
  return { ...(await passAnew(call, person, pass)), seat }
}

/** The delegation of a side, with the signature of every seal. */
export async function proveSeats({
  call,
  seals,
  side,
  seats,
  version = 1,
  previous = null,
}: {
  call: CallId
  seals: ReadonlyMap<SideId, Seal>
  side: SideId
  seats: ReadonlyMap<SeatId, ListedSeat>
  version?: number
  previous?: Hash | null
}): Promise<CompactJws[]> {
  const own = [...seats].filter(([, listedSeat]) => listedSeat.side === side)
  const delegation = {
    call,
    kind: delegationKind(side),
    version,
    previous,
    at: CALL_TIME_MS,
    side,
    seats: own.map(([seat, { name, office, role, languages, rooms }]) => ({
      seat,
      name,
      office,
      role,
      languages,
      rooms,
    })),
  }
  return Promise.all(
    [...seals.values()].map(({ signingKey }) => signJws(signingKey, 'parley-document', delegation)),
  )
}

type ListedSeat = Lists['seats'] extends ReadonlyMap<SeatId, infer Seat> ? Seat : never

/** The first of a side is its principal. */
function listed(side: SideId, place: number): ListedSeat {
  return {
    side,
    name: `Person ${place}`,
    office: '',
    role: place === 0 ? 'principal' : 'adviser',
    languages: ['en'],
    rooms: [PLENARY, caucusOf(side)],
  }
}

async function sit({
  call,
  seals,
  side,
  seat,
  proof,
  change = {},
}: {
  call: CallId
  seals: ReadonlyMap<SideId, Seal>
  side: SideId
  seat: SeatId
  proof: readonly CompactJws[]
  change?: PassChange
}): Promise<Person> {
  const device = await makeDeviceKeys()
  const pass: Pass = {
    call,
    kind: passKind(seat),
    version: 1,
    previous: null,
    at: CALL_TIME_MS,
    side,
    seat,
    device: device.publicKey,
    agreement: device.agreement,
    listen: false,
    notBefore: CALL_TIME_MS - 3_600_000,
    expires: CALL_TIME_MS + 86_400_000,
    ...change,
  }
  const seal = seals.get(side)
  if (!seal) throw new Error('Every side has a seal')
  const me: Me = {
    pass: await signJws(seal.signingKey, 'parley-pass', pass),
    deviceKey: device.signingKey,
    proof,
    nowMs: CALL_TIME_MS,
  }
  return { seat, side, device, me }
}

function random(length: number): string {
  return toText(crypto.getRandomValues(new Uint8Array(length)))
}
