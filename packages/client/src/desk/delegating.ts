import { aidePlaceOf, type SeatId } from '@parley/protocol'
import { delegationKind, type Seat } from '@parley/seal'
import type { DeskHands } from './deskHands.ts'
import { CannotSign } from './cannotSign.ts'
import { nextVersion, signAndFile } from './filing.ts'

/** What a desk declares: the seats of its side, and its own telephone if its people are to have one to ring. */
export type Declared = {
  readonly seats: readonly Seat[]
  readonly telephone?: string | undefined
}

/** What this desk last declared, agreed or not. */
export function declaredOf({ documents, book }: Pick<DeskHands, 'documents' | 'book'>): Declared {
  const { side } = book.record
  const { delegations, drafts } = documents.documents
  const draft = drafts.find(
    (one) => one.is === 'delegation' && one.payload.side === side && one.signedBy.includes(side),
  )
  if (draft?.is === 'delegation') return draft.payload
  return delegations.get(side)?.payload ?? { seats: [] }
}

/** The seat as this desk declared it. Rejects with `CannotSign`. */
export function declaredSeat(hands: Pick<DeskHands, 'documents' | 'book'>, seat: SeatId): Seat {
  const found = declaredOf(hands).seats.find((one) => one.seat === seat)
  if (!found) throw new CannotSign('unknown-seat')
  return found
}

/** The seat at that place as this desk declared it, and whether the place is that of its aide. Rejects with `CannotSign`. */
export function declaredPlace(
  hands: Pick<DeskHands, 'documents' | 'book'>,
  place: SeatId,
): { seat: Seat; isForAide: boolean } {
  const { seats } = declaredOf(hands)
  const isForAide = seats.every(({ seat }) => seat !== place)
  return { seat: declaredSeat(hands, isForAide ? aidePlaceOf(place) : place), isForAide }
}

/** Signs what this desk declares, as the next version. It counts once every other desk has acknowledged it. */
export async function declareDelegation(
  hands: DeskHands,
  { seats, telephone }: Declared,
): Promise<void> {
  const { book, documents, clock } = hands
  const { call, side, seal } = book.record
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
    telephone,
    ...(seats.some(({ records }) => records) && { agreement: seal.agreement }),
  }
  await signAndFile(hands, { is: 'delegation', payload })
}
