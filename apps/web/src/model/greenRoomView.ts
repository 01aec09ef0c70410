import type { DeviceFailure } from '@parley/call'
import type { CallSide, Devices } from './callFacts.ts'
import type { MissingDevice } from './shownDevices.ts'

/** A camera or microphone before the call: asked for, there, or why not. */
export type Input<Found> =
  | { phase: 'asking' }
  | ({ phase: 'there' } & Found)
  | { phase: 'failed'; why: DeviceFailure }
  | { phase: 'off' }

/** Whether the agreed lists have been checked, and what they say. */
export type GreenRoomCall =
  | { phase: 'checking' }
  | { phase: 'ready' }
  | { phase: 'joining' }
  /** A seat is there and may not be used: why, in the words of `admit`. */
  | { phase: 'refused'; why: 'not-agreed' | 'withdrawn' | 'expired' | 'early' | 'open-elsewhere' }
  | { phase: 'away' }

/** One agreed side: whose seal, whose names, and how many of them are in the room now; undefined while that is not known. */
export type GreenRoomSide = CallSide & { names: readonly string[]; here: number | undefined }

/** Everything that the green room shows but the level, which moves too fast to be part of it. */
export type GreenRoomView = {
  title: string
  startsAtMs: number
  you: { name: string; office: string; side: CallSide }
  camera: Input<{ media: MediaStreamTrack }>
  microphone: Input<object>
  devices: Devices
  /** Chosen on this device before, and not there now: another is used. */
  missing: readonly MissingDevice[]
  sides: readonly GreenRoomSide[]
  call: GreenRoomCall
}

/** What whoever sits here did. */
export type GreenRoomEvent =
  | { type: 'join-pressed' }
  | { type: 'camera-pressed' }
  | { type: 'camera-chosen'; device: string }
  | { type: 'microphone-chosen'; device: string }
  | { type: 'speaker-chosen'; device: string }
  | { type: 'devices-asked-again' }
