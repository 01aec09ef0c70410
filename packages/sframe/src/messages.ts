import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import type { Doubt } from './attestation.ts'
import type { Attested } from './attester.ts'
import type { Counts, ReceiveDrop, SendDrop } from './counts.ts'
import type { HowFar } from './doubts.ts'
import type { NewEpoch } from './epochs.ts'
import type { Bounds } from './incomingTracks.ts'
import type { Binding } from './receiver.ts'

/** A transform of the browser, numbered by the page that attached it. */
export type TransformId = number

/** A room whose media this page may be in: that of all sides, or that of one's own. */
export type FrameRoom = 'plenary' | 'caucus'

/** What a transform is created with: for good, its frames are of that room, or of none and nobody's. */
export type TransformOptions = {
  id: TransformId
  side: 'send' | 'receive'
  room: FrameRoom | undefined
}

/** What the page asks of the frame worker. Commands take effect in order, each at once. */
export type WorkerCommand =
  | RoomCommand
  /** Whoever sends what that receiver carries is to make a key frame. */
  | { do: 'ask-key-frame'; id: TransformId }
  /** Loads the recorder, which does what is asked at the other end of that port. */
  | { do: 'record'; port: MessagePort }

/** What is asked in a room, and concerns no other but by the microphone's gate. */
export type RoomCommand = { room: FrameRoom } & (
  | EngineCommand
  /** Nothing of it goes out or is played any more, and all that was known of it is forgotten. */
  | { do: 'end-room' }
)

/** What concerns keys, tracks and frames of a room. */
export type EngineCommand =
  | { do: 'forget-epochs' }
  /** From one that is attested on, all but microphones are signed for. */
  | ({ do: 'install-epoch'; isAttested?: boolean } & NewEpoch)
  | { do: 'hold-back'; isHeld: boolean }
  | { do: 'bind-sender'; id: TransformId; track: TrackNumber; isMicrophone: boolean }
  | ({ do: 'bind-receiver'; id: TransformId } & Binding)
  | { do: 'unbind'; id: TransformId }
  /** Answered under the same number. Opening closes it for any other track, whichever room that is in. */
  | { do: 'open-gate'; ask: number; track: TrackNumber; isAttested?: boolean }
  | { do: 'close-gate'; ask: number; track: TrackNumber }
  /** Closes it, whichever track it is open for. */
  | { do: 'clear-gate' }
  | { do: 'set-bounds'; leaf: LeafIndex; track: TrackNumber; bounds: Bounds | undefined }
  /** What a leaf signed of its frames. */
  | ({ do: 'compare'; leaf: LeafIndex } & Attested)
  /** Somebody asks how far one is: to be told with what is next signed for. */
  | { do: 'tell-how-far'; to: LeafIndex; id: number }
  /** How the media server's own frames end. */
  | { do: 'set-filler-trailer'; trailer: Bytes }

/** Frames of one's own track: passed are those that went out sealed. */
export type SentCounts = Counts<SendDrop> & { track: TrackNumber }

/** Frames of another's track: passed are those that opened and were played. */
export type ReceivedCounts = Counts<ReceiveDrop> & {
  leaf: LeafIndex
  track: TrackNumber
  /** How long ago the last one was played; undefined before the first. */
  quietMs: number | undefined
  /** Frames that were sealed since the first that opened, and did not come. Of a picture, other layers’ are among them. */
  missing: number
}

/** What the frame worker tells the page. */
export type WorkerReport = { room: FrameRoom } & EngineReport

/** What is told of a room. */
export type EngineReport =
  | { type: 'epoch-installed'; epoch: number }
  | { type: 'gate-opened'; ask: number; from: number }
  | { type: 'gate-closed'; ask: number; after: number }
  /** It was open for that track, and now is not: `after` is the counter of the last frame that may have passed. */
  | { type: 'gate-taken'; track: TrackNumber; after: number }
  /** Once a second: what went out of tracks that are attested, to be signed for. */
  | ({ type: 'sealed' } & Attested)
  /** When it begins and once a second while it lasts. */
  | { type: 'doubted'; leaf: LeafIndex; track: TrackNumber; is: Doubt }
  /** Whose frames are not confirmed is to be asked. */
  | ({ type: 'how-far-wanted' } & HowFar)
  /** Frames of a sender go out again after some did not: nobody can show them without a key frame. */
  | { type: 'key-frame-wanted'; id: TransformId }
  /** Once a second: all counts since the room began. */
  | {
      type: 'counted'
      sent: readonly SentCounts[]
      received: readonly ReceivedCounts[]
      unbound: { sent: Counts<SendDrop>; received: Counts<ReceiveDrop> }
    }
