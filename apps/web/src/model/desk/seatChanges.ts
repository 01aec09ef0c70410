import { newSeatId } from '@parley/client'
import { caucusOf, PLENARY, type SeatId, type SideId } from '@parley/protocol'
import type { Role, Seat } from '@parley/seal'
import type { DelegationView, NewSeat, SeatRow } from './deskView.ts'

/** One thing that an officer did to the delegation and has not signed. */
export type SeatChange =
  | { is: 'added'; seats: readonly Seat[] }
  | { is: 'removed'; seat: SeatId }
  | { is: 'records'; seat: SeatId; records: boolean }
  | { is: 'telephone'; number: string | undefined }

/** Who belongs in the private room of their side unless its officer says otherwise: nobody who is there for others, too. */
const PRIVATE_ROLES: ReadonlySet<Role> = new Set(['principal', 'adviser', 'note-taker'])

/** Whether somebody of that role is cleared for the private room until an officer chooses. */
export function isPrivateRole(role: Role): boolean {
  return PRIVATE_ROLES.has(role)
}

/** People of that side with a seat each, cleared for the plenary, and for the private room as they were written. */
export function addedSeats(people: readonly NewSeat[], side: SideId): SeatChange {
  const seats = people.map(({ isPrivate, records, ...person }) => {
    const isCleared = isPrivate ?? isPrivateRole(person.role)
    const rooms = isCleared ? [PLENARY, caucusOf(side)] : [PLENARY]
    return recording({ ...person, seat: newSeatId(), rooms }, records)
  })
  return { is: 'added', seats }
}

/** The seats as they would be signed: those declared, and on top of them every change in its order. */
export function changedSeats(
  declared: readonly Seat[],
  changes: readonly SeatChange[],
): readonly Seat[] {
  return changes.reduce<readonly Seat[]>((seats, change) => {
    switch (change.is) {
      case 'added': {
        const isThere = (seat: SeatId) => seats.some((one) => one.seat === seat)
        return [...seats, ...change.seats.filter(({ seat }) => !isThere(seat))]
      }
      case 'removed':
        return seats.filter(({ seat }) => seat !== change.seat)
      case 'records':
        return seats.map((one) => (one.seat === change.seat ? recording(one, change.records) : one))
      case 'telephone':
        return seats
    }
  }, declared)
}

/** The seat, whose device may record or not. */
function recording(seat: Seat, records = false): Seat {
  return { ...seat, records: records || undefined }
}

/** The telephone as it would be signed: what was written last. */
export function changedTelephone(
  declared: string | undefined,
  changes: readonly SeatChange[],
): string | undefined {
  const written = changes.findLast((change) => change.is === 'telephone')
  return written ? written.number : declared
}

/** A delegation as its desk sees it: with what was not signed yet, and which of it that is. */
export function withChanges(
  delegation: DelegationView,
  changes: readonly SeatChange[],
): DelegationView {
  const { rows, telephone } = delegation
  const seats = changedSeats(rows, changes)
  const kept = rows.map((row): SeatRow => {
    const now = seats.find(({ seat }) => seat === row.seat)
    if (!now) return { ...row, unsigned: 'removed' }
    return now.records === row.records ? row : { ...row, records: now.records, unsigned: 'changed' }
  })
  const declared = new Set(rows.map(({ seat }) => seat))
  const added = seats.filter(({ seat }) => !declared.has(seat)).map(addedRow)
  const number = changedTelephone(telephone.number, changes)
  return {
    ...delegation,
    rows: [...kept, ...added],
    telephone: number === telephone.number ? telephone : { number, is: 'unsigned' },
    unsigned: changes.at(-1),
  }
}

function addedRow(seat: Seat): SeatRow {
  return {
    ...seat,
    isAgreed: false,
    pass: 'none',
    link: undefined,
    aide: { pass: 'none', link: undefined },
    isHere: false,
    unsigned: 'added',
  }
}
