import type { LeafIndex, SeatId } from '@parley/protocol'

/** A message as it is shown. The author is the seat whose leaf signed it, never a name in the text. */
export type Message = {
  id: string
  from: SeatId
  /** On whose screen alone it stands beside one's own; on everybody's if undefined. */
  to?: SeatId
  text: string
  atMs: number
  state: 'received' | 'sending' | 'sent'
  /** When it was last tried to be said, while it is on its way. */
  triedAtMs?: number
}

export type MessagesEvent =
  | { type: 'message-written'; id: string; from: SeatId; text: string; atMs: number; to?: SeatId }
  | { type: 'message-sent'; id: string }
  | { type: 'unsaid-due'; nowMs: number }
  | {
      type: 'text-heard'
      leaf: LeafIndex
      from: SeatId
      id: string
      text: string
      atMs: number
      to?: SeatId
    }

export type MessagesEffect = {
  do: 'say-text'
  id: string
  text: string
  atMs: number
  to?: SeatId
}

/** What did not come back by then is said again; whoever has it already shows it once. Larger: it waits. Smaller: a slow log gets all twice. */
const AGAIN_AFTER_MS = 5000

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
    case 'unsaid-due':
      return sayAgain(messages, event.nowMs)
    case 'text-heard': {
      const { type: _, leaf: _leaf, ...message } = event
      const { id, from } = message
      if (messages.some((known) => known.id === id && known.from === from)) return [messages, []]
      return [[...messages, { ...message, state: 'received' as const }].slice(-KEPT), []]
    }
  }
}

function sayAgain(messages: readonly Message[], nowMs: number): Step {
  const isDue = ({ state, triedAtMs }: Message) =>
    state === 'sending' && nowMs - (triedAtMs ?? 0) >= AGAIN_AFTER_MS
  const due = messages.filter(isDue)
  if (due.length === 0) return [messages, []]
  return [
    messages.map((message) => (isDue(message) ? { ...message, triedAtMs: nowMs } : message)),
    due.map(sayingOf),
  ]
}

/** What is said of a message of one's own. */
export function sayingOf({ id, text, atMs, to }: Message): MessagesEffect {
  return { do: 'say-text', id, text, atMs, ...(to && { to }) }
}
