import type { Bytes, SeatId } from '@parley/protocol'
import type { ClipFileType, ClipManifest, TimeSpan } from '@parley/release'
import type { RecordedSpan, RecordedTrack } from '@parley/release/recordings'

/** Key and certificates that sign for a side, as `makeClipKey` makes them. */
export type ClipSigner = { readonly key: CryptoKey; readonly chain: readonly Bytes[] }

/** What the worker with the code of C2PA is asked. */
export type ProvenanceAsk =
  | { readonly id: number; readonly do: 'load' }
  | {
      readonly id: number
      readonly do: 'sign'
      readonly file: Blob
      readonly manifest: ClipManifest
      readonly signer: ClipSigner
    }
  | { readonly id: number; readonly do: 'read'; readonly file: Blob }

/** What it answers. `bytes` are those of its code that have come so far. */
export type ProvenanceAnswer =
  | { readonly is: 'loading'; readonly bytes: number }
  | { readonly id: number; readonly is: 'loaded' }
  | { readonly id: number; readonly is: 'signed'; readonly file: Bytes }
  | { readonly id: number; readonly is: 'read'; readonly store: string }
  | { readonly id: number; readonly is: 'failed'; readonly because: string }

/** Who is in the picture, side by side in that order, and which tracks of sound are in it, how loud. */
export type Scene = {
  readonly people: readonly { readonly seat: SeatId; readonly plate: ImageBitmap | undefined }[]
  readonly voices: readonly { readonly track: number; readonly gain: number }[]
}

/** What is to be made of a recording. */
export type MakeClip = {
  readonly cut: TimeSpan
  readonly scene: Scene
  /** When the poster is taken, in milliseconds UTC. */
  readonly posterAt: number
}

/** A recording, and the private agreement key of the seal, which opens it. */
export type OpenedBy = { readonly file: Blob; readonly key: CryptoKey }

/** What a worker that works on a recording is asked. The first question opens it. */
export type ClipAsk =
  | { readonly id: number; readonly do: 'open'; readonly recording: OpenedBy }
  | {
      readonly id: number
      readonly do: 'levels'
      readonly span: TimeSpan
      readonly tracks: readonly number[]
      readonly stretches: number
    }
  | {
      readonly id: number
      readonly do: 'listen'
      readonly span: TimeSpan
      readonly voices: Scene['voices']
    }
  | {
      readonly id: number
      readonly do: 'show'
      readonly at: number
      readonly people: Scene['people']
    }
  | { readonly id: number; readonly do: 'make'; readonly make: MakeClip; readonly folder: string }
  /** Whatever is being made. */
  | { readonly id: number; readonly do: 'stop' }

/** A file that was made, by its name in the folder. */
export type MadeFile = { readonly type: ClipFileType; readonly name: string }

/** What a browser lacks to make a clip. */
export type MakingLack = 'no-codecs' | 'no-vp8' | 'no-h264' | 'no-opus' | 'no-storage'

/** What it answers; `made` several times, with the share of it that is done, and at last with the files. */
export type ClipAnswer =
  | {
      readonly id: number
      readonly is: 'opened'
      readonly tracks: readonly RecordedTrack[]
      readonly spans: readonly RecordedSpan[]
    }
  /** Of each track that was asked for, in that order. */
  | { readonly id: number; readonly is: 'levels'; readonly levels: readonly (readonly number[])[] }
  | { readonly id: number; readonly is: 'sound'; readonly wave: Blob }
  | { readonly id: number; readonly is: 'picture'; readonly picture: ImageBitmap }
  | { readonly id: number; readonly is: 'making'; readonly share: number }
  | { readonly id: number; readonly is: 'made'; readonly files: readonly MadeFile[] }
  | { readonly id: number; readonly is: 'stopped' }
  | { readonly id: number; readonly is: 'lacks'; readonly what: MakingLack }
  | { readonly id: number; readonly is: 'failed'; readonly because: string }
