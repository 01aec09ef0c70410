import type { Call } from '@parley/call'
import type { Documents } from '@parley/client'
import type { CallSide } from '../callFacts.ts'
import { messageRows, type MessageRow } from '../callMessages.ts'

/** What was written in the caucus, by whom as the delegation names them. */
export function privateMessages(
  { messages, you }: Call,
  { lists, sides }: { lists: Documents['lists']; sides: readonly CallSide[] },
): readonly MessageRow[] {
  const named = messages.map(({ id, from, text, atMs, state }) => {
    const { name = '', side = you.side } = lists.seats.get(from) ?? {}
    return { id, from: { seat: from, name, side }, text, atMs, state }
  })
  return messageRows(named, sides).map((row) => ({
    ...row,
    id: `private ${row.id}`,
    isPrivate: true,
  }))
}
