import type { Message } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import type { CallFacts } from '../callFacts.ts'

/** A message between two seats alone. */
export type Aside = {
  id: string
  name: string
  isYou: boolean
  text: string
  atMs: number
  isSending: boolean
}

/** What was written to one seat and not to everybody, in order of arrival. */
export function asidesOf(
  messages: readonly Message[],
  { you, people }: { you: SeatId; people: CallFacts['people'] },
): readonly Aside[] {
  return messages
    .filter(({ to }) => to !== undefined)
    .map(({ id, from, text, atMs, state }) => ({
      id: `${from} ${id}`,
      name: people.find(({ seat }) => seat === from)?.name ?? '',
      isYou: from === you,
      text,
      atMs,
      isSending: state === 'sending',
    }))
}
