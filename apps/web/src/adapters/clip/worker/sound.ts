import { placeSound, SAMPLE_RATE, type SoundPlace, type TimeSpan } from '@parley/release'
import type { Recording } from '@parley/release/recordings'

/** Decoded ahead at most, in samples. Larger: more memory. Smaller: the encoder waits for the decoder. */
const AHEAD = SAMPLE_RATE * 2
/** An Opus decoder needs some sound before it gives back what went in. */
const LEAD_IN_MS = 120

type Piece = { at: number; samples: Float32Array }

/** One track of sound, from the beginning of a span on, in samples of 48 kHz and one channel. Asked forwards only. */
export class Sound implements AsyncDisposable {
  readonly #source: Pick<Recording, 'frames'>
  readonly #track: number
  readonly #span: TimeSpan
  readonly #pumped: Promise<void>
  #pieces: Piece[] = []
  #place: SoundPlace | undefined
  #taken = 0
  #isOver = false
  #changed = Promise.withResolvers<void>()

  constructor(
    source: Pick<Recording, 'frames'>,
    { track, span }: { track: number; span: TimeSpan },
  ) {
    this.#source = source
    this.#track = track
    this.#span = span
    this.#pumped = this.#pump()
  }

  /** The next samples, silent where nothing was heard. */
  async take(samples: number): Promise<Float32Array<ArrayBuffer>> {
    const [from, to] = [this.#taken, this.#taken + samples]
    // oxlint-disable-next-line no-await-in-loop -- until the decoder is as far
    while (!this.#isOver && (this.#place?.next ?? 0) < to) await this.#changed.promise
    const taken = new Float32Array(samples)
    for (const piece of this.#pieces) {
      const first = Math.max(0, from - piece.at)
      const last = Math.min(piece.samples.length, to - piece.at)
      if (first < last) taken.set(piece.samples.subarray(first, last), piece.at + first - from)
    }
    this.#taken = to
    this.#pieces = this.#pieces.filter(({ at, samples: { length } }) => at + length > to)
    this.#tell()
    return taken
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true
    this.#tell()
    await this.#pumped
  }

  async #pump(): Promise<void> {
    const { from, to } = this.#span
    const decoder = this.#begin()
    try {
      for await (const { track, atMs, bytes } of this.#source.frames(from - LEAD_IN_MS, to)) {
        if (track !== this.#track) continue
        await this.#room(decoder)
        if (this.#isOver) break
        const timestamp = Math.round((atMs - from) * 1000)
        decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp, data: bytes }))
      }
      if (!this.#isOver && decoder.state === 'configured') await decoder.flush()
    } finally {
      if (decoder.state !== 'closed') decoder.close()
      this.#isOver = true
      this.#tell()
    }
  }

  #begin(): AudioDecoder {
    const decoder = new AudioDecoder({
      output: (data) => this.#hear(data),
      error: () => {
        this.#isOver = true
        this.#tell()
      },
    })
    decoder.configure({ codec: 'opus', sampleRate: SAMPLE_RATE, numberOfChannels: 1 })
    decoder.addEventListener('dequeue', () => this.#tell())
    return decoder
  }

  #hear(data: AudioData): void {
    const samples = new Float32Array(data.numberOfFrames)
    data.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
    const { at, place } = placeSound(this.#place, {
      atMs: data.timestamp / 1000,
      samples: samples.length,
    })
    data.close()
    this.#place = place
    this.#pieces.push({ at, samples })
    this.#tell()
  }

  async #room(decoder: AudioDecoder): Promise<void> {
    const isFull = () =>
      (this.#place?.next ?? 0) - this.#taken > AHEAD || decoder.decodeQueueSize > 50
    // oxlint-disable-next-line no-await-in-loop -- until some was taken
    while (!this.#isOver && isFull()) await this.#changed.promise
  }

  #tell(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers()
  }
}
