import type { SeatId } from '@parley/protocol'
import type { Members } from './members.ts'
import type { Message } from './messages.ts'

/** A line that somebody is writing: the whole of it, as of now. */
type TypedLine = {
  id: string
  text: string
  atMs: number
  /** When these words began to be counted, and how many came since. */
  countedSinceMs: number
  count: number
}

/** One line of each seat that shows its letters. */
export type TypedLines = ReadonlyMap<SeatId, TypedLine>

export type TypingEvent = {
  type: 'typing-heard'
  from: SeatId
  id: string
  text: string
  atMs: number
}

/** Nobody writes. */
export const NOBODY_TYPES: TypedLines = new Map()

/** A line that nothing is added to goes. Larger: what was left lying looks as if it were coming. Smaller: whoever thinks is gone. */
export const TYPED_FOR_MS = 30_000

/** Words of one seat that are taken in that time. More: whoever floods has every screen drawn anew. Fewer: letters come in jerks after a slow line. */
export const WORDS_AT_MOST = 20
const COUNTED_FOR_MS = 5000

/** An empty one takes the line away; so does the message under its id. What comes too often of one seat is dropped. */
export function hearTyping(
  lines: TypedLines,
  { from, id, text, atMs }: TypingEvent,
  messages: readonly Message[],
): TypedLines {
  const before = lines.get(from)
  if (text === '') return before?.id === id ? without(lines, from) : lines
  if (messages.some((message) => message.id === id && message.from === from)) return lines
  const isCounted = before && atMs - before.countedSinceMs < COUNTED_FOR_MS
  const count = isCounted ? before.count + 1 : 1
  if (count > WORDS_AT_MOST) return lines
  const countedSinceMs = isCounted ? before.countedSinceMs : atMs
  return new Map(lines).set(from, { id, text, atMs, countedSinceMs, count })
}

/** That message is there now. */
export function typedBecame(
  lines: TypedLines,
  { from, id }: Pick<Message, 'from' | 'id'>,
): TypedLines {
  return lines.get(from)?.id === id ? without(lines, from) : lines
}

/** Those whose author is in the room, counts there, and has written something lately. */
export function keepTyping(
  lines: TypedLines,
  { members, nowMs }: { members: Members; nowMs: number },
): TypedLines {
  if (lines.size === 0) return lines
  const here = new Set(
    [...members.values()]
      .filter(({ heldFor, hasSaidLeave }) => heldFor === undefined && !hasSaidLeave)
      .map(({ seat }) => seat),
  )
  const kept = [...lines].filter(
    ([seat, { atMs }]) => here.has(seat) && nowMs - atMs < TYPED_FOR_MS,
  )
  return kept.length === lines.size ? lines : new Map(kept)
}

function without(lines: TypedLines, seat: SeatId): TypedLines {
  const left = new Map(lines)
  left.delete(seat)
  return left
}
