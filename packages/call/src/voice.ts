import type { LeafIndex, PublicKey } from '@parley/protocol'
import type { Call } from './callState.ts'
import type { Aim } from './microphoneWord.ts'
import { whyHeldBack } from './sending.ts'

/** What ended a private talk that its holder had begun. Each has a sentence. */
export type PrivateEndedBy =
  | 'let-go'
  | 'focus-lost'
  | 'page-hidden'
  | 'pointer-lost'
  | 'joined-again'
  | 'reconnecting'
  | 'new-device'
  | 'no-device'
  | 'nobody-there'
  | 'held'
  | 'listener-gone'
  | 'left'
  | 'plenary-open'

/** What a private talk was begun in. Any other leaf, device or listener ends it. */
type Begun = {
  plenaryLeaf: PublicKey | undefined
  caucusLeaf: PublicKey | undefined
  inputDevice: string
  to: { leaf: LeafIndex; identity: string } | undefined
}

/** A talk that is wished for, and by what: a button that is held, or one that stays until it is pressed again. */
type Talk = { stays: boolean; begun: Begun }

/**
 * The one voice of both rooms. It is in the caucus only once the plenary's gate has answered that it is
 * closed, and the screen says so; it never goes back to the plenary by itself.
 */
export type Voice =
  | { phase: 'silent'; endedBy: PrivateEndedBy | undefined }
  /** The plenary's microphone closes. */
  | (Talk & { phase: 'taking' })
  /** Nothing is open, and the screen begins to say that one speaks privately. */
  | (Talk & { phase: 'showing' })
  /** The caucus's was asked to open, when it was as it was then. */
  | (Talk & { phase: 'opening'; asked: Call['microphone'] })
  | (Talk & { phase: 'speaking' })
  | { phase: 'ending'; endedBy: PrivateEndedBy; asked: Call['microphone'] | undefined }

export type VoiceEvent =
  /** With `to` it is a whisper, for that leaf of the caucus alone. */
  | { type: 'private-pressed'; stays: boolean; to?: LeafIndex }
  | { type: 'private-let-go' }
  | { type: 'private-left'; by: 'focus-lost' | 'page-hidden' | 'pointer-lost' }
  /** The screen says it. */
  | { type: 'private-shown' }
  /** One of the two rooms is another than it was. */
  | { type: 'rooms-moved' }

export type VoiceEffect =
  | { do: 'close-plenary' }
  | { do: 'show-private' }
  | { do: 'open-caucus'; aim: Aim }
  | { do: 'close-caucus' }

/** The two rooms of a side's member. */
export type BothRooms = { plenary: Call; caucus: Call }

type Step = readonly [Voice, readonly VoiceEffect[]]

/** Nobody has spoken privately yet. */
export const SILENT: Voice = { phase: 'silent', endedBy: undefined }

/** What becomes of the voice. An event that its phase does not expect changes nothing. */
export function stepVoice(voice: Voice, event: VoiceEvent, rooms: BothRooms): Step {
  switch (event.type) {
    case 'private-pressed':
      if (voice.phase === 'silent') return begin(voice, event, rooms)
      return 'stays' in voice && voice.stays ? end(voice, 'let-go', rooms) : [voice, []]
    case 'private-let-go':
      return 'stays' in voice && !voice.stays ? end(voice, 'let-go', rooms) : [voice, []]
    case 'private-left':
      return end(voice, event.by, rooms)
    case 'private-shown':
      return voice.phase === 'showing' ? open(voice, rooms) : [voice, []]
    case 'rooms-moved':
      return follow(voice, rooms)
  }
}

/** Whether the plenary's microphone may be opened: never while the voice is, or may yet be, in the caucus. */
export function isPlenaryFree(voice: Voice): boolean {
  return voice.phase === 'silent'
}

/** Why one cannot speak privately as the rooms are. */
export type WhyNotPrivate = 'joined-again' | 'reconnecting' | 'nobody-there' | 'held' | 'left'

/** Why one cannot begin to speak privately now; undefined where one can. */
export function whyNotPrivate({ plenary, caucus }: BothRooms): WhyNotPrivate | undefined {
  if (plenary.joining.phase === 'ended' || caucus.joining.phase === 'ended') return 'left'
  if (plenary.joining.phase !== 'in-call') return 'joined-again'
  const held = whyHeldBack(caucus.joining, caucus.members)?.because
  if (held === 'alone') return 'nobody-there'
  if (held === 'held') return 'held'
  if (held !== undefined) return 'joined-again'
  if (isLost(plenary) || isLost(caucus)) return 'reconnecting'
  if (plenary.microphone.phase === 'without-leaf' || caucus.microphone.phase === 'without-leaf')
    return 'joined-again'
  return undefined
}

/** Its answer comes before the caucus's microphone is asked to open. */
function begin(
  voice: Voice,
  { stays, to }: VoiceEvent & { type: 'private-pressed' },
  rooms: BothRooms,
): Step {
  const { plenary, caucus } = rooms
  const listener = to === undefined ? undefined : caucus.members.get(to)
  const why = whyNotPrivate(rooms) ?? (to !== undefined && !listener ? 'listener-gone' : undefined)
  if (why) return [{ phase: 'silent', endedBy: why }, []]
  if (caucus.microphone.phase !== 'closed') return [voice, []]
  const begun: Begun = {
    plenaryLeaf: plenary.you.leafKey,
    caucusLeaf: caucus.you.leafKey,
    inputDevice: plenary.publishing.inputDevice,
    to: listener && { leaf: listener.leaf, identity: listener.identity },
  }
  const talk: Talk = { stays, begun }
  const { phase } = plenary.microphone
  if (phase === 'closed') return show(talk)
  const effects = phase === 'closing' ? [] : [{ do: 'close-plenary' as const }]
  return [{ ...talk, phase: 'taking' }, effects]
}

function show({ stays, begun }: Talk): Step {
  return [{ stays, begun, phase: 'showing' }, [{ do: 'show-private' }]]
}

function open({ stays, begun }: Talk, { caucus }: BothRooms): Step {
  const aim: Aim = begun.to ? { to: begun.to.leaf } : {}
  const next = { stays, begun, phase: 'opening' as const, asked: caucus.microphone }
  return [next, [{ do: 'open-caucus', aim }]]
}

function follow(voice: Voice, rooms: BothRooms): Step {
  const { plenary, caucus } = rooms
  if (voice.phase === 'silent') return [voice, []]
  if (voice.phase === 'ending') {
    const isClosed = isShut(caucus) && caucus.microphone !== voice.asked
    return [isClosed ? { phase: 'silent', endedBy: voice.endedBy } : voice, []]
  }
  const why = whyNotPrivate(rooms) ?? whyOver(voice.begun, rooms)
  if (why) return end(voice, why, rooms)
  if (voice.phase === 'taking') {
    const isClosed = plenary.microphone.phase === 'closed'
    return isClosed ? show(voice) : [voice, []]
  }
  if (plenary.microphone.phase !== 'closed') return end(voice, 'plenary-open', rooms)
  if (voice.phase === 'showing') return [voice, []]
  const { phase } = caucus.microphone
  if (phase === 'open') return [{ ...voice, phase: 'speaking' }, []]
  const isAsked = voice.phase === 'opening' && caucus.microphone === voice.asked
  if (isAsked || (voice.phase === 'opening' && phase === 'opening')) return [voice, []]
  return end(voice, closedBy(caucus), rooms)
}

/** What is asked of the gate is asked again: closing twice is closing. */
function end(voice: Voice, endedBy: PrivateEndedBy, { plenary, caucus }: BothRooms): Step {
  if (voice.phase === 'silent' || voice.phase === 'ending') return [voice, []]
  if (voice.phase === 'taking') return [{ phase: 'silent', endedBy }, []]
  const asked =
    voice.phase === 'opening' && caucus.microphone === voice.asked ? voice.asked : undefined
  const isPlenaryOpen = ['opening', 'open', 'coughing'].includes(plenary.microphone.phase)
  const effects: VoiceEffect[] = isPlenaryOpen ? [{ do: 'close-plenary' }] : []
  if (isShut(caucus) && !asked) return [{ phase: 'silent', endedBy }, effects]
  return [{ phase: 'ending', endedBy, asked }, [...effects, { do: 'close-caucus' }]]
}

function whyOver(begun: Begun, { plenary, caucus }: BothRooms): PrivateEndedBy | undefined {
  if (plenary.you.leafKey !== begun.plenaryLeaf || caucus.you.leafKey !== begun.caucusLeaf)
    return 'joined-again'
  const { inputDevice } = begun
  if (
    plenary.publishing.inputDevice !== inputDevice ||
    caucus.publishing.inputDevice !== inputDevice
  )
    return 'new-device'
  if (begun.to && caucus.members.get(begun.to.leaf)?.identity !== begun.to.identity)
    return 'listener-gone'
  return undefined
}

/** Why the caucus's microphone closed of its own. */
function closedBy({ microphone }: Call): PrivateEndedBy {
  switch ('by' in microphone ? microphone.by : 'start') {
    case 'reconnecting-shown':
      return 'reconnecting'
    case 'new-input-device':
      return 'new-device'
    case 'no-device':
    case 'device-lost':
      return 'no-device'
    case 'private':
      return 'plenary-open'
    case 'holder':
      return 'let-go'
    default:
      return 'joined-again'
  }
}

function isShut({ microphone: { phase } }: Call): boolean {
  return phase === 'closed' || phase === 'without-leaf'
}

function isLost({ line }: Call): boolean {
  return line.isReconnectingShown
}
