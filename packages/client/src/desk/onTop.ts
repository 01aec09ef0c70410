import type { Document, Seat, Signature } from '@parley/seal'
import type { DocumentStore } from '../documents/documentStore.ts'
import { allWithdrawn } from '../documents/allWithdrawn.ts'
import { CannotSign } from './cannotSign.ts'

type Known = Pick<DocumentStore, 'documents' | 'signedBy'>
type Of<K extends Document['is']> = Extract<Signature, { is: K }>
type Next = { version: number; at: number }

/**
 * What a console signed under a version that another console of its side had taken, to be signed again
 * on top of that: all that both withdrew, and what each changed of the seats and the telephone. Nothing, if
 * that is what the other signed. Throws `CannotSign` where one of the two would be lost: the officer sees the other's,
 * and decides.
 */
export function onTop(known: Known, ours: Signature, next: Next): Document | undefined {
  if (ours.is === 'withdrawal') return withdrawalOnTop(known, ours, next)
  if (ours.is === 'delegation' && ours.payload.side === ours.signer)
    return delegationOnTop(known, ours, next)
  throw new CannotSign('signed-other')
}

function withdrawalOnTop(
  { documents }: Known,
  { signer, payload }: Of<'withdrawal'>,
  next: Next,
): Document | undefined {
  const newest = documents.withdrawals.get(signer)
  const withdrawn = allWithdrawn([documents.withdrawnBy.get(signer) ?? [], payload.withdrawn])
  if (withdrawn.length === newest?.payload.withdrawn.length) return undefined
  const previous = newest?.hash ?? null
  return { is: 'withdrawal', payload: { ...payload, ...next, previous, withdrawn } }
}

function delegationOnTop(
  known: Known,
  { signer, payload, hash }: Of<'delegation'>,
  next: Next,
): Document | undefined {
  const signed = known.signedBy(signer, payload.kind).filter((one) => one.is === 'delegation')
  const replaced = signed.find((one) => one.hash === payload.previous)
  const theirs = signed
    .filter((one) => one.hash !== hash)
    .toSorted((a, b) => b.payload.version - a.payload.version)[0]
  const [before, ours, other] = [replaced?.payload, payload, theirs?.payload]
  const seats = mergeSeats({
    before: before?.seats ?? [],
    ours: ours.seats,
    theirs: other?.seats ?? [],
  })
  const telephone = merge(before?.telephone, ours.telephone, other?.telephone)
  if (isSame([seats, telephone], [other?.seats ?? [], other?.telephone])) return undefined
  const previous = known.documents.delegations.get(signer)?.hash ?? null
  const isRecording = seats.some(({ records }) => records)
  const agreement = isRecording ? (ours.agreement ?? other?.agreement) : undefined
  return {
    is: 'delegation',
    payload: { ...payload, ...next, previous, seats, telephone, agreement },
  }
}

/** Each seat as whoever changed it left it. Throws `CannotSign` if both changed one, differently. */
function mergeSeats({
  before,
  ours,
  theirs,
}: Record<'before' | 'ours' | 'theirs', readonly Seat[]>): Seat[] {
  const ids = new Set([...theirs, ...ours].map(({ seat }) => seat))
  return [...ids].flatMap((id) => {
    const find = (seats: readonly Seat[]) => seats.find(({ seat }) => seat === id)
    const stays = merge(find(before), find(ours), find(theirs))
    return stays ? [stays] : []
  })
}

/** As whoever changed it left it. Throws `CannotSign` if both did, differently. */
function merge<T>(was: T, mine: T, other: T): T {
  if (isSame(mine, other) || isSame(mine, was)) return other
  if (!isSame(other, was)) throw new CannotSign('signed-other')
  return mine
}

/** Both were read by one schema: the same things are written the same. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
