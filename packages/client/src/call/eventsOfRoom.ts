import type { Call, CallEvent, MicrophoneWord } from '@parley/call'
import type { LeafIndex, SeatId } from '@parley/protocol'
import type { HeardWord, RoomEvent } from '../room/roomSession.ts'

type Context = { call: Call; nowMs: number }

/** What an event of the room means to a call. */
export function eventsOfRoom(event: RoomEvent, context: Context): readonly CallEvent[] {
  const { nowMs: atMs } = context
  switch (event.type) {
    case 'entered':
      return [event]
    case 'epoch':
      return [
        { type: 'epoch-advanced', epoch: event.epoch.epoch },
        { type: 'members-changed', members: event.members, renewed: event.renewed, atMs },
      ]
    case 'expected':
    case 'entry':
      return []
    case 'standing-changed':
      return [{ type: 'members-changed', members: event.members, renewed: undefined, atMs }]
    case 'word':
      return eventsOfWord(event.heard, context)
    case 'must-join-again':
      return [{ ...event, atMs }]
    case 'ended':
      return [event]
    case 'own-microphone-heard':
      return [event]
    case 'socket-back':
    case 'socket-lost':
    case 'unjoinable':
      return [{ ...event, atMs }]
    case 'skipped':
      return [{ ...event, type: 'commit-skipped', atMs }]
    case 'removed-others':
      return [{ ...event, type: 'others-removed', atMs }]
    case 'text-missed': {
      const seat = context.call.members.get(event.from)?.seat
      return seat ? [{ type: 'text-missed', seat, atMs }] : []
    }
    case 'unsettled':
    case 'not-entered':
      return [{ ...event, atMs }]
  }
}

function eventsOfWord({ from, word, lists }: HeardWord, context: Context): CallEvent[] {
  const { call, nowMs: atMs } = context
  switch (word.word) {
    case 'heartbeat': {
      const heard = { ...word, atMs, lists }
      const events: CallEvent[] = [
        { type: 'heartbeat-heard', from, heard },
        ...eventsOfMicrophone(from, word.microphone, atMs, { isRepeated: true }),
      ]
      if (lists === 'same') events.push({ type: 'fresh-heartbeat-heard', from: whose(from, call) })
      return events
    }
    case 'microphone':
      return eventsOfMicrophone(from, word, atMs)
    case 'attested':
    case 'how-far':
    case 'documents':
    case 'display':
    case 'order':
      return []
    case 'leave':
      return [{ type: 'leave-heard', from }]
    case 'translation': {
      const by = seatThatCounts(from, call)
      const { of, language, text } = word
      return by ? [{ type: 'translation-heard', by, of, language, text, atMs }] : []
    }
    case 'typing': {
      const seat = seatThatCounts(from, call)
      const { id, text } = word
      return seat ? [{ type: 'typing-heard', from: seat, id, text, atMs }] : []
    }
    case 'request': {
      const seat = seatThatCounts(from, call)
      const { id, what, of } = word
      return seat && of === call.you.seat
        ? [{ type: 'request-heard', id, what, from: seat, atMs }]
        : []
    }
    case 'request-seen': {
      const by = seatThatCounts(from, call)
      const { id, from: asker } = word
      return by && asker === call.you.seat ? [{ type: 'request-seen-heard', by, id }] : []
    }
    case 'hand-over': {
      const { into, to } = word
      return [{ type: 'hand-over-heard', from, into, ...(to !== undefined && { to }), atMs }]
    }
    case 'text': {
      const seat = seatThatCounts(from, call)
      const { word: _, n: __, ...text } = word
      const { to } = text
      if (!seat || (to !== undefined && to !== call.you.seat)) return []
      return [{ ...text, type: 'text-heard', leaf: from, from: seat, atMs }]
    }
    case 'wait': {
      const seat = seatThatCounts(from, call)
      return seat ? [{ type: 'wait-heard', from: seat, atMs }] : []
    }
  }
}

/** Of a leaf that is held nothing is shown. */
function seatThatCounts(from: LeafIndex, { members }: Call): SeatId | undefined {
  const member = members.get(from)
  return member?.heldFor === undefined ? member?.seat : undefined
}

/** What a word about a microphone means, whosever it is. */
export function eventsOfMicrophone(
  from: LeafIndex,
  { n, open, closed }: MicrophoneWord,
  atMs: number,
  said: { isRepeated?: true } = {},
): CallEvent[] {
  if (open) {
    const { track, from: first, attested, ...aim } = open
    const bounds = { track, first, ...(attested && { attested }) }
    return [{ type: 'opened-heard', from, ...bounds, aim, n, atMs, ...said }]
  }
  return [{ type: 'closed-heard', from, after: closed?.after, n }]
}

function whose(from: LeafIndex, call: Call): 'own-side' | 'another-side' {
  return call.members.get(from)?.side === call.you.side ? 'own-side' : 'another-side'
}
