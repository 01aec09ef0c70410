import * as v from 'valibot'
import {
  AgreementKey,
  caucusOf,
  DocumentKind,
  LIMITS,
  PLENARY,
  RoomId,
  SeatId,
  SideId,
} from '@parley/protocol'
import { heading, Languages, line } from './fields.ts'
import { Telephone } from './telephone.ts'

/** What a person does in a call. */
export const Role = v.picklist([
  'principal',
  'interpreter',
  'adviser',
  'note-taker',
  'technician',
  'moderator',
  'press',
])
export type Role = v.InferOutput<typeof Role>

/** One person's place: what all sides see of it, and the rooms it is cleared for. */
export const Seat = v.strictObject({
  seat: SeatId,
  name: line(120),
  office: v.union([v.literal(''), line(160)]),
  role: Role,
  languages: Languages,
  rooms: v.pipe(v.array(RoomId), v.minLength(1), v.maxLength(LIMITS.roomsPerCall)),
  /** Its device may record the open parts. It counts only where the agreed plan has them recorded. */
  records: v.optional(v.literal(true)),
})
export type Seat = v.InferOutput<typeof Seat>

/** All the seats of a side, reserves included. A seat is cleared for the plenary and its own caucus at most. */
export const Delegation = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    seats: v.pipe(v.array(Seat), v.maxLength(LIMITS.seatsPerCall)),
    /** Where its own people ring their desk when the call cannot be trusted or the line is lost. All sides read it. */
    telephone: v.optional(Telephone),
    /** The key of its desk to which what its seats record is sealed. */
    agreement: v.optional(AgreementKey),
  }),
  v.check(({ kind, side }) => kind === `delegation/${side}`),
  v.check(({ seats }) => new Set(seats.map(({ seat }) => seat)).size === seats.length),
  v.check(({ seats, side }) =>
    seats.every(({ rooms }) => rooms.every((room) => room === PLENARY || room === caucusOf(side))),
  ),
  v.check(
    ({ seats, agreement }) => agreement !== undefined || !seats.some(({ records }) => records),
  ),
)
export type Delegation = v.InferOutput<typeof Delegation>
