import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import type { Counts, ReceiveDrop, SendDrop } from './counts.ts'
import type { NewEpoch } from './epochs.ts'
import type { Bounds } from './incomingTracks.ts'
import type { Binding } from './receiver.ts'

/** A transform of the browser, numbered by the page that attached it. */
export type TransformId = number

/** What a transform is created with. */
export type TransformOptions = { id: TransformId; side: 'send' | 'receive' }

/** What the page asks of the frame worker. Commands take effect in order, each at once. */
export type WorkerCommand =
  | EngineCommand
  /** Whoever sends what that receiver carries is to make a key frame. */
  | { do: 'ask-key-frame'; id: TransformId }

/** What concerns keys, tracks and frames. */
export type EngineCommand =
  | { do: 'forget-epochs' }
  | ({ do: 'install-epoch' } & NewEpoch)
  | { do: 'hold-back'; isHeld: boolean }
  | { do: 'bind-sender'; id: TransformId; track: TrackNumber; isMicrophone: boolean }
  | ({ do: 'bind-receiver'; id: TransformId } & Binding)
  | { do: 'unbind'; id: TransformId }
  /** Answered under the same number. */
  | { do: 'open-gate' | 'close-gate'; ask: number; track: TrackNumber }
  | { do: 'set-bounds'; leaf: LeafIndex; track: TrackNumber; bounds: Bounds | undefined }
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
}

/** What the frame worker tells the page. */
export type WorkerReport =
  | { type: 'epoch-installed'; epoch: number }
  | { type: 'gate-opened'; ask: number; from: number }
  | { type: 'gate-closed'; ask: number; after: number }
  /** Frames of a sender go out again after some did not: nobody can show them without a key frame. */
  | { type: 'key-frame-wanted'; id: TransformId }
  /** Once a second: all counts since the worker started. */
  | {
      type: 'counted'
      sent: readonly SentCounts[]
      received: readonly ReceivedCounts[]
      unbound: { sent: Counts<SendDrop>; received: Counts<ReceiveDrop> }
    }
