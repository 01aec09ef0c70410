import type { Bytes } from '@parley/protocol'
import type { WorkerClock } from '../clock.ts'
import type { FrameTap, Tapped } from '../frameTap.ts'
import type { MediaFrame } from '../mediaFrame.ts'
import { linesOfKeyFrame } from './ownLayer.ts'
import { pieceOf, type Stretch, type Taken } from './pieceInMaking.ts'
import { RecordedTracks, type Recorded } from './recordedTracks.ts'
import type { RecorderCommand, RecorderFailure, RecorderReport } from './recorderMessages.ts'
import { DiskFailure, type RecordingDisk } from './recordingDisk.ts'
import { RecordingFile } from './recordingFile.ts'

/** A piece is sealed and written so often. Larger: a crash takes more. Smaller: the disk is asked for more. */
const PIECE_MS = 500

/** A picture that waits for a key frame asks again. Larger: it begins later. Smaller: its sender makes them in vain. */
const ASK_EVERY_MS = 1000

/** Pictures can be begun at least so often. Larger: a clip begins with work. Smaller: key frames take the line. */
const KEY_EVERY_MS = 15_000

/** What a recorder is given. */
type RecorderParts = {
  clock: WorkerClock & {
    /** Milliseconds since 1970. */
    utcMs(): number
  }
  /** Sees the frames of the plenary from now on; undefined: nobody does. */
  attach: (tap: FrameTap | undefined) => void
  askKeyFrame: (of: Tapped) => void
  makeDisk: (name: string) => Promise<RecordingDisk>
  report: (report: RecorderReport) => void
}

/** A stretch that is being recorded, and by when the page has to say again that it may be. */
type Open = Stretch & { untilMs: number; utcOffsetMs: number }

/**
 * Records what opened here and what goes out, of the tracks that the page lists, while the page says, over and
 * over, that an open part runs. It is shut at first, and shuts by itself. It opens nothing that it has sealed.
 */
export class Recorder implements Disposable {
  readonly #parts: RecorderParts
  readonly #tracks = new RecordedTracks()
  #file: RecordingFile | undefined
  #open: Open | undefined
  #taken: Taken[] = []
  #pieceTimer: Disposable | undefined

  constructor(parts: RecorderParts) {
    this.#parts = parts
  }

  handle(command: RecorderCommand): void {
    switch (command.do) {
      case 'begin':
        return void this.#begin(command).catch((cause: unknown) => this.#fail(cause))
      case 'list':
        return this.#tracks.list(command.tracks)
      case 'allow':
        return this.#allow(command)
      case 'close':
        this.#close(command.takeBackFromMs)
        return this.#whenWritten(async (file) => {
          const { takeBackFromMs = Infinity } = command
          this.#parts.report({ type: 'closed', bytes: await file.takeBack(takeBackFromMs) })
        })
      case 'end':
        this.#close()
        return this.#whenWritten(async (file) => {
          this.#file = undefined
          this.#parts.report({ type: 'ended', bytes: await file.end() })
        })
    }
  }

  /** Not one frame more. */
  [Symbol.dispose](): void {
    this.#close()
  }

  async #begin({ name, header, key }: RecorderCommand & { do: 'begin' }): Promise<void> {
    const disk = await this.#parts.makeDisk(name)
    const file = new RecordingFile({ disk, key })
    await file.begin(new TextEncoder().encode(header))
    this.#file = file
    this.#parts.report({ type: 'begun' })
  }

  #allow({ part, forMs }: RecorderCommand & { do: 'allow' }): void {
    if (!this.#file) return
    const { clock, attach } = this.#parts
    const nowMs = clock.nowMs()
    if (this.#open?.part !== part) {
      this.#close()
      this.#tracks.beginAnew()
      const utcOffsetMs = clock.utcMs() - nowMs
      this.#open = { part, isFirst: true, untilMs: 0, utcOffsetMs }
    }
    this.#open.untilMs = nowMs + forMs
    attach((of, frame, bytes) => this.#take(of, frame, bytes))
  }

  /** What came from that moment on is not kept. */
  #close(fromMs = Infinity): void {
    this.#parts.attach(undefined)
    this.#taken = this.#taken.filter(({ cameMs }) => cameMs < fromMs)
    this.#write()
    this.#open = undefined
  }

  #take(of: Tapped, frame: MediaFrame, bytes: Bytes): void {
    const open = this.#open
    const nowMs = this.#parts.clock.nowMs()
    if (!open || nowMs >= open.untilMs) return this.#close()
    const recorded = this.#tracks.of(of)
    if (!recorded || !isOf(frame, recorded)) return
    const stamp = frame.stamp?.() ?? { rtp: undefined, source: undefined }
    if (!this.#isToTake(of, recorded, { frame, bytes, source: stamp.source, nowMs })) return
    const first = this.#taken[0]
    const cameMs = nowMs + open.utcOffsetMs
    if (first && cameMs - first.cameMs >= PIECE_MS) this.#write()
    const { track } = recorded.track
    const isKey = recorded.track.kind === 'sound' || frame.isKeyFrame
    const atMs = recorded.clock.at(cameMs, stamp)
    const kept = { track, atMs, isKey, bytes: bytes.slice() }
    this.#taken.push({ of: recorded.track, frame: kept, cameMs })
    this.#pieceTimer ??= this.#parts.clock.after(PIECE_MS, () => this.#write())
  }

  /** All sound; of a picture one layer, from a key frame on. */
  #isToTake(
    of: Tapped,
    recorded: Recorded,
    {
      frame: { isKeyFrame },
      bytes,
      source,
      nowMs,
    }: { frame: MediaFrame; bytes: Bytes; source: number | undefined; nowMs: number },
  ): boolean {
    if (recorded.track.kind === 'sound') return true
    const lines = isKeyFrame ? linesOfKeyFrame(bytes) : undefined
    const isLayer = recorded.layer?.takes({ source, lines, nowMs }) ?? true
    if (isKeyFrame && isLayer) recorded.keyAtMs = nowMs
    const { keyAtMs } = recorded
    if (
      nowMs - (keyAtMs ?? -Infinity) >= KEY_EVERY_MS &&
      nowMs - recorded.askedAtMs >= ASK_EVERY_MS
    ) {
      recorded.askedAtMs = nowMs
      this.#parts.askKeyFrame(of)
    }
    return isLayer && keyAtMs !== undefined
  }

  #write(): void {
    this.#pieceTimer?.[Symbol.dispose]()
    this.#pieceTimer = undefined
    const made = this.#open && pieceOf(this.#taken, this.#open)
    this.#taken = []
    if (!made || !this.#file || !this.#open) return
    this.#open.isFirst = false
    const { piece, lastCameMs } = made
    this.#file.write(piece, lastCameMs).then(
      (bytes) => this.#parts.report({ type: 'written', bytes, toMs: piece.toMs }),
      (cause: unknown) => this.#fail(cause),
    )
  }

  #whenWritten(work: (file: RecordingFile) => Promise<void>): void {
    if (this.#file) void work(this.#file).catch((cause: unknown) => this.#fail(cause))
  }

  #fail(cause: unknown): void {
    const why: RecorderFailure = cause instanceof DiskFailure ? cause.why : 'disk-failed'
    const file = this.#file
    this.#file = undefined
    this.#close()
    void file?.end().catch(() => undefined)
    this.#parts.report({ type: 'failed', why })
  }
}

/** Nobody's codec but these two has a place in a recording. */
function isOf({ mimeType }: MediaFrame, { track: { codec } }: Recorded): boolean {
  return mimeType?.toLowerCase() === (codec === 'vp8' ? 'video/vp8' : 'audio/opus')
}
