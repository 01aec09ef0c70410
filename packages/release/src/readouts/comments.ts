import type { SeatId } from '@parley/protocol'
import type { Prose } from '../documents/prose.ts'
import { plainTextOf } from '../documents/plainText.ts'
import type { Comment, SeatRemarks } from './remarks.ts'

/** A comment as the desk shows it. */
export type ShownComment = Comment & {
  readonly seat: SeatId
  readonly isResolved: boolean
  /** Whether the words that it is about still stand in the text. */
  readonly isInPlace: boolean
}

/** All comments of a side, the oldest first; those that need no answer any more after the others. */
export function commentsOf({
  remarks,
  resolved,
  texts,
}: {
  remarks: readonly Pick<SeatRemarks, 'seat' | 'comments'>[]
  resolved: readonly string[]
  /** The text in every language that it has. */
  texts: readonly Prose[]
}): readonly ShownComment[] {
  const done = new Set(resolved)
  const plain = texts.map(plainTextOf)
  return remarks
    .flatMap(({ seat, comments }) =>
      comments.map((comment) => ({
        ...comment,
        seat,
        isResolved: done.has(comment.id),
        isInPlace: plain.some((text) => text.includes(comment.quote)),
      })),
    )
    .toSorted((a, b) => Number(a.isResolved) - Number(b.isResolved) || a.at - b.at)
}
