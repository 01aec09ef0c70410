import { signal, type ReadonlySignal } from '@preact/signals-core'
import { gainOf } from '../model/booth/loudness.ts'
import { onBeat } from './beat.ts'
import { limiter } from './limiter.ts'

/** Sound on its way to the ears. */
type EarSound = { key: string; media: MediaStreamTrack; volume: number; overMs: number }

/** What there is to read below: a digital silence has no logarithm. */
const SILENCE_DBFS = -100

/** An interpreter's ears: all sounds through one loudness and one limiter. Until it runs, sounds are to be played without. */
export class Ears implements Disposable {
  readonly #dbfs = signal(SILENCE_DBFS)
  readonly #isRunning = signal(false)
  readonly #sources = new Map<
    string,
    { media: MediaStreamTrack; gain: GainNode; end: () => void }
  >()
  #loudness: number
  #open: Opened | undefined

  constructor(loudness: number) {
    this.#loudness = loudness
  }

  /** Whether sound comes out here; else the elements have to play it. */
  get isRunning(): ReadonlySignal<boolean> {
    return this.#isRunning
  }

  /** What comes out, in dBFS. */
  get dbfs(): ReadonlySignal<number> {
    return this.#dbfs
  }

  /** From 0 to 1. */
  set loudness(loudness: number) {
    this.#loudness = loudness
    if (this.#open) this.#open.loudness.gain.value = gainOf(loudness)
  }

  /** The whole list each time, out of that speaker. */
  play(sounds: readonly EarSound[], speaker: string): void {
    const opened = (this.#open ??= this.#begin())
    opened.speak(speaker)
    for (const [key, { media, end }] of this.#sources)
      if (!sounds.some((one) => one.key === key && one.media === media)) {
        end()
        this.#sources.delete(key)
      }
    for (const { key, media, ...wanted } of sounds) {
      const known = this.#sources.get(key) ?? this.#connect(key, media, opened)
      fade(known.gain, wanted)
    }
  }

  /** Nothing is played here any more. */
  rest(): void {
    for (const { end } of this.#sources.values()) end()
    this.#sources.clear()
    this.#open?.close()
    this.#open = undefined
    this.#isRunning.value = false
  }

  [Symbol.dispose](): void {
    this.rest()
  }

  #connect(key: string, media: MediaStreamTrack, { context, loudness }: Opened) {
    const source = context.createMediaStreamSource(new MediaStream([media]))
    const gain = new GainNode(context)
    source.connect(gain).connect(loudness)
    const end = () => {
      source.disconnect()
      gain.disconnect()
    }
    const made = { media, gain, end }
    this.#sources.set(key, made)
    return made
  }

  #begin(): Opened {
    const context = new AudioContext({ latencyHint: 'interactive' })
    const loudness = new GainNode(context, { gain: gainOf(this.#loudness) })
    const { input, output } = limiter(context)
    const analyser = new AnalyserNode(context, { fftSize: 4096 })
    loudness.connect(input)
    output.connect(analyser).connect(context.destination)
    const follow = () => (this.#isRunning.value = context.state === 'running')
    const resume = () => void context.resume()
    context.addEventListener('statechange', follow)
    document.addEventListener('pointerdown', resume)
    document.addEventListener('keydown', resume)
    const samples = new Float32Array(analyser.fftSize)
    const looking = onBeat(() => {
      analyser.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, one) => sum + one * one, 0) / samples.length
      this.#dbfs.value = Math.max(SILENCE_DBFS, 10 * Math.log10(power))
    })
    follow()
    return {
      context,
      loudness,
      speak: (speaker) => void chooseSink(context, speaker),
      close: () => {
        looking[Symbol.dispose]()
        context.removeEventListener('statechange', follow)
        document.removeEventListener('pointerdown', resume)
        document.removeEventListener('keydown', resume)
        void context.close()
      },
    }
  }
}

type Opened = {
  context: AudioContext
  loudness: GainNode
  speak: (speaker: string) => void
  close: () => void
}

/** Down at once, up evenly within so many milliseconds. */
function fade(
  { gain, context }: GainNode,
  { volume, overMs }: Pick<EarSound, 'volume' | 'overMs'>,
): void {
  const { currentTime: now } = context
  const from = gain.value
  gain.cancelScheduledValues(now)
  gain.setValueAtTime(volume > from ? from : volume, now)
  if (volume > from) gain.linearRampToValueAtTime(volume, now + overMs / 1000)
}

/** What a browser may have beside what its types say. */
type WithSink = AudioContext & { sinkId?: string; setSinkId?: (id: string) => Promise<void> }

/** Where a browser does not let one choose, or the speaker is gone, it is the system's. */
async function chooseSink(context: WithSink, speaker: string): Promise<void> {
  const wanted = speaker === 'default' ? '' : speaker
  if (context.sinkId === wanted) return
  await context.setSinkId?.(wanted).catch(() => undefined)
}
