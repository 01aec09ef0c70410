import type { Bytes, Hash } from '@parley/protocol'
import type { ClipManifest, SealedFile, TimeSpan } from '@parley/release'
import type { RecordedSpan, RecordedTrack } from '@parley/release/recordings'
import type { Seal } from '@parley/seal'
import type {
  ClipSigner,
  MadeFile,
  MakeClip,
  OpenedBy,
  Scene,
} from '../../../adapters/clip/messages.ts'

/** A recording that is open, and what can be seen and heard in it. */
export type OpenRecording = Disposable & {
  readonly tracks: readonly RecordedTrack[]
  readonly spans: readonly RecordedSpan[]
  levels(asked: {
    span: TimeSpan
    tracks: readonly number[]
    stretches: number
  }): Promise<readonly (readonly number[])[]>
  listen(asked: { span: TimeSpan; voices: Scene['voices'] }): Promise<Blob>
  show(at: number, people: Scene['people']): Promise<ImageBitmap>
}

/** What clips need of the browser: codecs, a disk, the code of C2PA, and the letters of plates. */
export type ClipTools = {
  readonly openRecording: (recording: OpenedBy) => Promise<OpenRecording>
  readonly makeFiles: (
    what: { recording: OpenedBy; make: MakeClip; folder: string },
    how: { onShare: (share: number) => void; signal: AbortSignal },
  ) => Promise<readonly MadeFile[]>
  readonly newFolder: () => AsyncDisposable & {
    readonly name: string
    fileOf: (made: MadeFile) => Promise<Blob>
  }
  readonly drawPlate: (
    words: { name: string; office: string; side: string },
    look: { order: number; people: number },
  ) => Promise<ImageBitmap>
  readonly signerOf: (
    seal: Pick<Seal, 'publicKey' | 'signingKey'>,
    of: { sideName: string; nowMs: number },
  ) => Promise<ClipSigner>
  readonly provenance: (onLoading: (share: number) => void) => Disposable & {
    sign: (what: { file: Blob; manifest: ClipManifest; signer: ClipSigner }) => Promise<Bytes>
  }
  readonly urlOf: (file: Blob) => string
  readonly letUrlGo: (url: string) => void
}

/** The server's end of a clip's files. */
export type ClipLine = {
  readonly send: (file: Blob, how: Carrying) => Promise<SealedFile>
  readonly fetch: (file: SealedFile, how: Carrying) => Promise<Blob>
  /** Puts a file as it is, to be published. */
  readonly sendOpenly: (file: Blob, how: Carrying) => Promise<Hash>
}

/** `onShare` hears how much is there, from 0 to 1. */
export type Carrying = { onShare: (share: number) => void; signal?: AbortSignal }
