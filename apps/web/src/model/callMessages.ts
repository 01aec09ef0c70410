import type { CallMessage, CallSide } from './callFacts.ts'

/** A message as it is read: by whom, of which side, and whether it is on its way. */
export type MessageRow = {
  id: string
  name: string
  side: CallSide | undefined
  isYou: boolean
  text: string
  atMs: number
  isSending: boolean
  /** Written to one's own side alone. */
  isPrivate?: boolean
}

/** The messages in order of arrival, each with the seal of its author's side. */
export function messageRows(
  messages: readonly CallMessage[],
  sides: readonly CallSide[],
): readonly MessageRow[] {
  return messages.map(({ id, from, text, atMs, state }) => ({
    id: `${from.seat} ${id}`,
    name: from.name,
    side: sides.find(({ side }) => side === from.side),
    isYou: state !== 'received',
    text,
    atMs,
    isSending: state === 'sending',
  }))
}
