import type { TimeSpan } from '@parley/release'
import type { RecordedFrame, Recording } from '@parley/release/recordings'

/** Pictures that are decoded ahead. Larger: more memory, 1.4 MB each. Smaller: the encoder waits for the decoder. */
const AHEAD = 8
/** A picture that stood for so long is not shown any more: nobody was seen then. Larger: what is frozen looks alive. */
const FROZEN_MS = 2000

/** Where pictures come from. */
export type PictureSource = Pick<Recording, 'frames' | 'keyFrameBefore'>

/** The pictures of one seat, one after the other, as they were at any moment of a span. Asked forwards only. */
export class Pictures implements AsyncDisposable {
  readonly #source: PictureSource
  readonly #tracks: ReadonlySet<number>
  readonly #span: TimeSpan
  readonly #decoded: VideoFrame[] = []
  readonly #pumped: Promise<void>
  #decoder: VideoDecoder | undefined
  #shown: VideoFrame | undefined
  #isOver = false
  #needsKey = true
  #changed = Promise.withResolvers<void>()

  /** `tracks` are those of the seat's camera, of which one is on at a time. */
  constructor(
    source: PictureSource,
    { tracks, span }: { tracks: readonly number[]; span: TimeSpan },
  ) {
    this.#source = source
    this.#tracks = new Set(tracks)
    this.#span = span
    this.#pumped = this.#pump()
  }

  /** What was seen at that moment, in milliseconds UTC; nothing where nobody was. It is lent until the next question. */
  async at(ms: number): Promise<VideoFrame | undefined> {
    for (;;) {
      while (this.#decoded[0] && this.#msOf(this.#decoded[0]) <= ms)
        this.#show(this.#decoded.shift())
      if (this.#decoded.length > 0 || this.#isOver) break
      // oxlint-disable-next-line no-await-in-loop -- until the decoder has the next one
      await this.#changed.promise
    }
    const shown = this.#shown
    return shown && ms - this.#msOf(shown) <= FROZEN_MS ? shown : undefined
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true
    this.#tell()
    await this.#pumped
    this.#show(undefined)
    for (const frame of this.#decoded.splice(0)) frame.close()
  }

  /** From the last picture that can be shown on its own, so that the first one of the span is there. */
  async #pump(): Promise<void> {
    const { from, to } = this.#span
    const keys = [...this.#tracks].map((track) => this.#source.keyFrameBefore(track, from) ?? from)
    try {
      let before: number | undefined
      for await (const frame of this.#source.frames(Math.min(from, ...keys), to)) {
        if (!this.#tracks.has(frame.track)) continue
        if (frame.track !== before) this.#needsKey = true
        before = frame.track
        await this.#room()
        if (this.#isOver) break
        this.#decode(frame)
      }
      if (!this.#isOver && this.#decoder?.state === 'configured') await this.#decoder.flush()
    } finally {
      if (this.#decoder && this.#decoder.state !== 'closed') this.#decoder.close()
      this.#isOver = true
      this.#tell()
    }
  }

  #decode({ isKey, atMs, bytes }: RecordedFrame): void {
    if (this.#needsKey && !isKey) return
    if (!this.#decoder || this.#decoder.state === 'closed') this.#decoder = this.#begin()
    this.#needsKey = false
    const timestamp = Math.round((atMs - this.#span.from) * 1000)
    const type = isKey ? 'key' : 'delta'
    this.#decoder.decode(new EncodedVideoChunk({ type, timestamp, data: bytes }))
  }

  /** What cannot be decoded ends with the next picture that can be shown on its own. */
  #begin(): VideoDecoder {
    const decoder = new VideoDecoder({
      output: (frame) => {
        this.#decoded.push(frame)
        this.#tell()
      },
      error: () => {
        this.#needsKey = true
        this.#tell()
      },
    })
    decoder.configure({ codec: 'vp8' })
    decoder.addEventListener('dequeue', () => this.#tell())
    return decoder
  }

  async #room(): Promise<void> {
    const queued = () => (this.#decoder?.decodeQueueSize ?? 0) + this.#decoded.length
    // oxlint-disable-next-line no-await-in-loop -- until one was taken
    while (!this.#isOver && queued() >= AHEAD) await this.#changed.promise
  }

  #show(frame: VideoFrame | undefined): void {
    this.#shown?.close()
    this.#shown = frame
    this.#tell()
  }

  #msOf({ timestamp }: VideoFrame): number {
    return this.#span.from + timestamp / 1000
  }

  #tell(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers()
  }
}
