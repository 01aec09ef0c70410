import { newSeatId } from '@parley/client'
import { PLENARY, type SeatId } from '@parley/protocol'
import type { Seat } from '@parley/seal'
import type { DelegationView, NewSeat, SeatRow } from './deskView.ts'

/** One thing that an officer did to the list of seats and has not signed. */
export type SeatChange = { is: 'added'; seats: readonly Seat[] } | { is: 'removed'; seat: SeatId }

/** People with a seat each, cleared for the plenary. */
export function addedSeats(people: readonly NewSeat[]): SeatChange {
  const seats = people.map((person) => ({ ...person, seat: newSeatId(), rooms: [PLENARY] }))
  return { is: 'added', seats }
}

/** The seats as they would be signed: those declared, and on top of them every change in its order. */
export function changedSeats(
  declared: readonly Seat[],
  changes: readonly SeatChange[],
): readonly Seat[] {
  return changes.reduce<readonly Seat[]>(
    (seats, change) =>
      change.is === 'added'
        ? [...seats, ...change.seats.filter(({ seat }) => !seats.some((one) => one.seat === seat))]
        : seats.filter(({ seat }) => seat !== change.seat),
    declared,
  )
}

/** A delegation as its desk sees it: with what was not signed yet, and which of it that is. */
export function withChanges(
  delegation: DelegationView,
  changes: readonly SeatChange[],
): DelegationView {
  const { rows } = delegation
  const seats = changedSeats(rows, changes)
  const kept = rows.map((row): SeatRow => {
    const isKept = seats.some(({ seat }) => seat === row.seat)
    return isKept ? row : { ...row, unsigned: 'removed' }
  })
  const declared = new Set(rows.map(({ seat }) => seat))
  const added = seats.filter(({ seat }) => !declared.has(seat)).map(addedRow)
  return { ...delegation, rows: [...kept, ...added], unsigned: changes.at(-1) }
}

function addedRow(seat: Seat): SeatRow {
  return {
    ...seat,
    isAgreed: false,
    pass: 'none',
    link: undefined,
    isHere: false,
    unsigned: 'added',
  }
}
