import type { Document, Seat, Signature } from '@parley/seal'
import type { DocumentStore } from '../documents/documentStore.ts'
import { allWithdrawn } from '../documents/allWithdrawn.ts'
import { CannotSign } from './cannotSign.ts'

type Known = Pick<DocumentStore, 'documents' | 'signedBy'>
type Of<K extends Document['is']> = Extract<Signature, { is: K }>
type Next = { version: number; at: number }

/**
 * What a console signed under a version that another console of its side had taken, to be signed again
 * on top of that: all that both withdrew, and the seats that each changed. Nothing, if that is what the
 * other signed. Throws `CannotSign` where one of the two would be lost: the officer sees the other's,
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
  const listed = theirs?.payload.seats ?? []
  const seats = mergeSeats({
    before: replaced?.payload.seats ?? [],
    ours: payload.seats,
    theirs: listed,
  })
  if (isSame(seats, listed)) return undefined
  const previous = known.documents.delegations.get(signer)?.hash ?? null
  return { is: 'delegation', payload: { ...payload, ...next, previous, seats } }
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
    const [was, mine, other] = [find(before), find(ours), find(theirs)]
    const isTheirs = isSame(mine, other) || isSame(mine, was)
    if (!isTheirs && !isSame(other, was)) throw new CannotSign('signed-other')
    const stays = isTheirs ? other : mine
    return stays ? [stays] : []
  })
}

/** Both were read by one schema: the same things are written the same. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
