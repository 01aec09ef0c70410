import type { TrackNumber } from '@parley/protocol'
import { gateClosedBy, type ClosedBy, type Ground } from './gateClosedBy.ts'
import {
  closedAfter,
  type Aim,
  type Attested,
  type MicrophoneBoundsSaid,
} from './microphoneWord.ts'

/**
 * The one microphone of a call. It starts closed with each leaf, and its gate is in the frame worker.
 * While opening and closing the worker's answer is under way; nothing passes a closing gate.
 */
export type Microphone =
  | { phase: 'without-leaf'; by: 'start' | 'holder' | ClosedBy }
  | { phase: 'closed' | 'closing'; ground: Ground; by: 'start' | 'holder' | ClosedBy }
  | { phase: 'opening' | 'open'; ground: Ground; aim: Aim }
  /** Closed for as long as a hand holds the button: at first without a word. */
  | { phase: 'coughing'; ground: Ground; aim: Aim; sinceMs: number; after: Passed; isSaid: boolean }

/** The last frame that passed, once the worker has told it. */
type Passed = { track: TrackNumber; after: number } | undefined

/** What a microphone hears of. The counters are the worker's. */
export type MicrophoneEvent =
  /** Opens it for whom it aims at, or closes it. */
  | { type: 'microphone-pressed'; aim?: Aim }
  /** Closes it, and opens nothing: a private talk begins or ends, or a partner has the air. */
  | { type: 'microphone-shut'; by: 'holder' | 'private' | 'handed-over' }
  | { type: 'ground-checked'; now: Ground; lostForMs: number }
  | { type: 'ground-lost' }
  | { type: 'microphone-lost' }
  | ({ type: 'gate-opened'; track: TrackNumber; from: number } & Attested)
  | { type: 'gate-closed'; track: TrackNumber; after: number }
  /** The worker's one gate went to another room: it is closed here. */
  | { type: 'gate-taken'; track: TrackNumber; after: number }
  /** There is no device, or the worker has stopped: nothing passes. */
  | { type: 'gate-not-moved' }

/** Signed words name the counter, so that a receiver plays nothing outside them. */
export type MicrophoneEffect =
  | { do: 'open-gate' | 'close-gate' }
  | { do: 'say-microphone'; said: MicrophoneBoundsSaid }

/** A microphone after an event, and what it asks of the world. */
export type MicrophoneStep = readonly [Microphone, readonly MicrophoneEffect[]]

/** The microphone's part of a call. An event that its phase does not expect changes nothing. */
export function stepMicrophone(microphone: Microphone, event: MicrophoneEvent): MicrophoneStep {
  switch (event.type) {
    case 'microphone-pressed':
      return press(microphone, event.aim ?? {})
    case 'microphone-shut':
      return 'by' in microphone ? [microphone, []] : close(microphone.ground, event.by)
    case 'ground-checked':
      return checkGround(microphone, event)
    case 'ground-lost':
      return loseGround(microphone)
    case 'microphone-lost':
      return 'by' in microphone ? [microphone, []] : close(microphone.ground, 'device-lost')
    case 'gate-opened': {
      if (microphone.phase !== 'opening') return [microphone, []]
      const { type: _, ...opened } = event
      return [{ ...microphone, phase: 'open' }, [say({ open: { ...opened, ...microphone.aim } })]]
    }
    case 'gate-closed': {
      if (microphone.phase !== 'closing') return [microphone, []]
      const { track, after } = event
      return [{ ...microphone, phase: 'closed' }, [say(closedAfter(track, after))]]
    }
    case 'gate-taken':
      return lose(microphone, closedAfter(event.track, event.after))
    case 'gate-not-moved':
      return giveUp(microphone)
  }
}

/** What was open is closed already; what was asked of the gate before is answered no more. */
function lose(microphone: Microphone, said: MicrophoneBoundsSaid): MicrophoneStep {
  if (microphone.phase === 'without-leaf' || microphone.phase === 'closed') return [microphone, []]
  const by = 'by' in microphone ? microphone.by : 'private'
  return [{ phase: 'closed', ground: microphone.ground, by }, [say(said)]]
}

/** A gate that cannot be opened is closed; one that cannot be closed lets nothing out any more. */
function giveUp(microphone: Microphone): MicrophoneStep {
  if (microphone.phase === 'opening')
    return [{ phase: 'closed', ground: microphone.ground, by: 'no-device' }, []]
  if (microphone.phase === 'closing') return [{ ...microphone, phase: 'closed' }, [say({})]]
  return [microphone, []]
}

function say(said: MicrophoneBoundsSaid): MicrophoneEffect {
  return { do: 'say-microphone', said }
}

function press(microphone: Microphone, aim: Aim): MicrophoneStep {
  switch (microphone.phase) {
    case 'without-leaf':
    case 'closing':
      return [microphone, []]
    case 'closed':
      return [{ phase: 'opening', ground: microphone.ground, aim }, [{ do: 'open-gate' }]]
    case 'opening':
    case 'open':
    case 'coughing':
      return close(microphone.ground, 'holder')
  }
}

function checkGround(
  microphone: Microphone,
  { now, lostForMs }: { now: Ground; lostForMs: number },
): MicrophoneStep {
  if (microphone.phase === 'without-leaf')
    return [{ phase: 'closed', ground: now, by: microphone.by }, []]
  if ('by' in microphone) return [{ ...microphone, ground: now }, []]
  const by = gateClosedBy({ openedFor: microphone.ground, now, lostForMs })
  return by ? close(now, by) : [microphone, []]
}

/** The leaf is gone: the gate is closed whatever the worker answers, and the next leaf starts closed. */
function loseGround(microphone: Microphone): MicrophoneStep {
  if (microphone.phase === 'without-leaf') return [microphone, []]
  if ('by' in microphone) return [{ phase: 'without-leaf', by: microphone.by }, []]
  return [{ phase: 'without-leaf', by: 'new-leaf' }, [{ do: 'close-gate' }]]
}

function close(ground: Ground, by: 'holder' | ClosedBy): MicrophoneStep {
  return [{ phase: 'closing', ground, by }, [{ do: 'close-gate' }]]
}
