import type { SeatId } from '@parley/protocol'
import { delegationKind, type Seat } from '@parley/seal'
import type { DeskHands } from './deskHands.ts'
import { CannotSign } from './cannotSign.ts'
import { nextVersion, signAndFile } from './filing.ts'

/** This side's seats as its desk last declared them, agreed or not. */
export function declaredSeats({
  documents,
  book,
}: Pick<DeskHands, 'documents' | 'book'>): readonly Seat[] {
  const { side } = book.record
  const { delegations, drafts } = documents.documents
  const draft = drafts.find(
    (one) => one.is === 'delegation' && one.payload.side === side && one.signedBy.includes(side),
  )
  if (draft?.is === 'delegation') return draft.payload.seats
  return delegations.get(side)?.payload.seats ?? []
}

/** The seat as this desk declared it. Rejects with `CannotSign`. */
export function declaredSeat(hands: Pick<DeskHands, 'documents' | 'book'>, seat: SeatId): Seat {
  const found = declaredSeats(hands).find((one) => one.seat === seat)
  if (!found) throw new CannotSign('unknown-seat')
  return found
}

/** Signs this side's seats, as the next version. It counts once every other desk has acknowledged it. */
export async function declareDelegation(hands: DeskHands, seats: readonly Seat[]): Promise<void> {
  const { book, documents, clock } = hands
  const { call, side } = book.record
  if (documents.documents.missing.length > 0) throw new CannotSign('behind')
  const kind = delegationKind(side)
  const payload = {
    call,
    kind,
    version: nextVersion(hands, kind),
    previous: documents.documents.delegations.get(side)?.hash ?? null,
    at: clock.nowMs(),
    side,
    seats: [...seats],
  }
  await signAndFile(hands, { is: 'delegation', payload })
}
