import type { LeafIndex, SeatId } from '@parley/protocol'
import { sayAgain, type Unsaid } from './unsaid.ts'

/** A message as it is shown. The author is the seat whose leaf signed it, never a name in the text. */
export type Message = Unsaid & {
  id: string
  from: SeatId
  /** On whose screen alone it stands beside one's own; on everybody's if undefined. */
  to?: SeatId
  text: string
  /** In which it was written, where its author said so: a tag of BCP 47. */
  language?: string
  atMs: number
}

export type MessagesEvent =
  | ({ type: 'message-written'; from: SeatId } & Said)
  | { type: 'message-sent'; id: string }
  | { type: 'unsaid-due'; nowMs: number }
  | ({ type: 'text-heard'; leaf: LeafIndex; from: SeatId } & Said)

type Said = { id: string; text: string; atMs: number; language?: string; to?: SeatId }

export type MessagesEffect = { do: 'say-text' } & Said

/** Kept of a call. Larger: a long call costs memory. Smaller: one cannot read back. */
const KEPT = 1000

type Step = readonly [readonly Message[], readonly MessagesEffect[]]

/** The messages of a room. One that arrives twice, under one id of one seat, is shown once. */
export function stepMessages(messages: readonly Message[], event: MessagesEvent): Step {
  switch (event.type) {
    case 'message-written': {
      const { type: _, from, ...said } = event
      const message = { ...said, from, state: 'sending' as const, triedAtMs: said.atMs }
      return [[...messages, message].slice(-KEPT), [{ do: 'say-text', ...said }]]
    }
    case 'message-sent':
      return [
        messages.map((message) =>
          message.id === event.id && message.state === 'sending'
            ? { ...message, state: 'sent' as const }
            : message,
        ),
        [],
      ]
    case 'unsaid-due': {
      const [tried, due] = sayAgain(messages, event.nowMs) ?? [messages, []]
      return [tried, due.map(sayingOf)]
    }
    case 'text-heard': {
      const { type: _, leaf: _leaf, ...message } = event
      const { id, from } = message
      if (messages.some((known) => known.id === id && known.from === from)) return [messages, []]
      return [[...messages, { ...message, state: 'received' as const }].slice(-KEPT), []]
    }
  }
}

/** What is said of a message of one's own. */
export function sayingOf({ id, text, atMs, language, to }: Message): MessagesEffect {
  return { do: 'say-text', id, text, atMs, ...(language && { language }), ...(to && { to }) }
}
