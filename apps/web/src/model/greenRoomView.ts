import type { Companion, DeviceFailure } from '@parley/call'
import type { HeldCode } from '@parley/group'
import type { Lists, Role } from '@parley/seal'
import type { CallSide, Devices } from './callFacts.ts'
import type { MissingDevice } from './shownDevices.ts'

/** A camera or microphone before the call: asked for, there, or why not. */
export type Input<Found> =
  | { phase: 'asking' }
  | ({ phase: 'there' } & Found)
  | { phase: 'failed'; why: DeviceFailure }
  | { phase: 'off' }

/** How much of what a call needs is there. */
export type Loading = { done: number; of: number }

/** Whether one can go in, and why not. */
export type GreenRoomCall =
  | { phase: 'ready' }
  /** `loading` once it takes longer than a second. */
  | { phase: 'joining'; loading: Loading | undefined }
  /** It can be tried again. */
  | { phase: 'not-loaded' }
  /** A seat is there and may not be used: why, in the words of `admit`. */
  | { phase: 'refused'; why: HeldCode }
  /** The server does not answer. */
  | { phase: 'away' }

/** One agreed side: whose seal, whose names, and how many of them are in the room now; undefined while that is not known. */
export type GreenRoomSide = CallSide & { names: readonly string[]; here: number | undefined }

/** Everything that the green room shows but the level, which moves too fast to be part of it. */
export type GreenRoomView = {
  title: string
  startsAtMs: number
  /** It starts today, as the clock of this device has it. */
  isToday: boolean
  you: { name: string; office: string; side: CallSide }
  camera: Input<{ media: MediaStreamTrack }>
  microphone: Input<object>
  devices: Devices
  /** Chosen on this device before, and not there now: another is used. */
  missing: readonly MissingDevice[]
  sides: readonly GreenRoomSide[]
  /** Who else is in the room, as declared here, and what the plan says of it. */
  company: {
    declared: readonly Companion[] | undefined
    allowed: string
    /** Of one's own seat. */
    role: Role | undefined
    /** Whether an aide's console may drive this display. */
    hasAide: boolean
    /** All seats, where the plan has open parts recorded: which of them do is in it. */
    recorded: Lists['seats'] | undefined
  }
  call: GreenRoomCall
  /** Where one's own desk is rung, if its agreed delegation says so. */
  telephone: string | undefined
}

/** What whoever sits here did. */
export type GreenRoomEvent =
  | { type: 'join-pressed' }
  | { type: 'camera-pressed' }
  | { type: 'camera-chosen'; device: string }
  | { type: 'microphone-chosen'; device: string }
  | { type: 'speaker-chosen'; device: string }
  | { type: 'devices-asked-again' }
  | { type: 'company-declared'; company: readonly Companion[] }
