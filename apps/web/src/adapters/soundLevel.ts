import { onBeat } from './beat.ts'

/** An eighth of a second: no syllable falls between two looks. */
const SAMPLES = 1024

/** What there is to read below: a digital silence has no logarithm. */
const SILENCE_DBFS = -100

/**
 * Without a device of its own it is computed in larger pieces, a few times for each look. A voice is within
 * half a decibel as loud without what is above 4 kHz, and 8,000 samples a second are a sixth of 48,000.
 */
const PLAYS_NOTHING = {
  latencyHint: 'playback',
  sinkId: { type: 'none' },
  sampleRate: 8000,
} as const

/** Measures how loud tracks are, here and after opening, in dBFS. Plays nothing. */
export class SoundLevels implements Disposable {
  readonly #context = new AudioContext(PLAYS_NOTHING)
  readonly #sources = new Map<MediaStreamTrack, { analyser: AnalyserNode; end: () => void }>()
  readonly #samples = new Float32Array(SAMPLES)
  readonly #looking: Disposable
  readonly #onGesture = (): void => void this.#context.resume()

  /** `onLevels` hears all levels at once, ten times a second. */
  constructor(onLevels: (levels: ReadonlyMap<MediaStreamTrack, number>) => void) {
    this.#looking = onBeat(() => onLevels(this.#read()))
    document.addEventListener('pointerdown', this.#onGesture)
    document.addEventListener('keydown', this.#onGesture)
  }

  /** The whole list each time: what is no longer in it is let go. */
  measure(tracks: readonly MediaStreamTrack[]): void {
    for (const [track, { end }] of this.#sources)
      if (!tracks.includes(track)) {
        end()
        this.#sources.delete(track)
      }
    for (const track of tracks)
      if (!this.#sources.has(track)) this.#sources.set(track, this.#listenTo(track))
  }

  [Symbol.dispose](): void {
    this.#looking[Symbol.dispose]()
    document.removeEventListener('pointerdown', this.#onGesture)
    document.removeEventListener('keydown', this.#onGesture)
    this.measure([])
    void this.#context.close()
  }

  #listenTo(track: MediaStreamTrack): { analyser: AnalyserNode; end: () => void } {
    const analyser = new AnalyserNode(this.#context, { fftSize: this.#samples.length })
    const source = this.#context.createMediaStreamSource(new MediaStream([track]))
    source.connect(analyser)
    return { analyser, end: () => source.disconnect() }
  }

  #read(): ReadonlyMap<MediaStreamTrack, number> {
    const levels = new Map<MediaStreamTrack, number>()
    for (const [track, { analyser }] of this.#sources) {
      analyser.getFloatTimeDomainData(this.#samples)
      const power = this.#samples.reduce((sum, one) => sum + one * one, 0) / this.#samples.length
      levels.set(track, Math.max(SILENCE_DBFS, 10 * Math.log10(power)))
    }
    return levels
  }
}
