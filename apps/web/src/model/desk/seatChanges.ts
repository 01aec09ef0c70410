import { newSeatId } from '@parley/client'
import { PLENARY, type SeatId } from '@parley/protocol'
import type { Seat } from '@parley/seal'
import type { DelegationView, NewSeat, SeatRow } from './deskView.ts'

/** One thing that an officer did to the delegation and has not signed. */
export type SeatChange =
  | { is: 'added'; seats: readonly Seat[] }
  | { is: 'removed'; seat: SeatId }
  | { is: 'telephone'; number: string | undefined }

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
  return changes.reduce<readonly Seat[]>((seats, change) => {
    switch (change.is) {
      case 'added': {
        const isThere = (seat: SeatId) => seats.some((one) => one.seat === seat)
        return [...seats, ...change.seats.filter(({ seat }) => !isThere(seat))]
      }
      case 'removed':
        return seats.filter(({ seat }) => seat !== change.seat)
      case 'telephone':
        return seats
    }
  }, declared)
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
    const isKept = seats.some(({ seat }) => seat === row.seat)
    return isKept ? row : { ...row, unsigned: 'removed' }
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
    isHere: false,
    unsigned: 'added',
  }
}
