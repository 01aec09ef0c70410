import { COLOURS, PITCHES } from './devices.ts'

/** Below the moving bar, far apart. */
const POINTS = [
  [0, 3],
  [7, 3],
  [4, 5],
  [0, 7],
  [7, 7],
] as const

/** Watches a picture and says whose colour it shows. */
export class Eye {
  readonly #video = document.createElement('video')

  constructor(media: MediaStreamTrack) {
    this.#video.muted = true
    this.#video.srcObject = new MediaStream([media])
    document.body.append(this.#video)
    this.#video.play().catch(() => undefined)
  }

  get width(): number {
    return this.#video.videoWidth
  }

  /** The participant whose colour all of the picture has; undefined for anything else, as for garbage. */
  sees(): number | undefined {
    const canvas = new OffscreenCanvas(8, 8)
    const context = canvas.getContext('2d')
    if (!context || this.#video.videoWidth === 0) return undefined
    context.drawImage(this.#video, 0, 0, 8, 8)
    const found = COLOURS.findIndex((colour) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number)
      return POINTS.every(([x, y]) => {
        const [r = 0, g = 0, b = 0] = context.getImageData(x, y, 1, 1).data
        return Math.abs(red - r) + Math.abs(green - g) + Math.abs(blue - b) < 75
      })
    })
    return found === -1 ? undefined : found
  }
}

/** Listens to a sound and says whose tone it is. */
export class Ear {
  readonly #analyser: AnalyserNode
  readonly #audio = new AudioContext()

  constructor(media: MediaStreamTrack) {
    const stream = new MediaStream([media])
    const element = document.createElement('audio')
    element.muted = true
    element.srcObject = stream
    element.play().catch(() => undefined)
    this.#analyser = this.#audio.createAnalyser()
    this.#analyser.fftSize = 4096
    this.#analyser.smoothingTimeConstant = 0
    this.#audio.createMediaStreamSource(stream).connect(this.#analyser)
  }

  /** The participant whose tone stands 35 dB above the middle of the spectrum; undefined for silence and noise. */
  hears(): number | undefined {
    const bins = new Float32Array(this.#analyser.frequencyBinCount)
    this.#analyser.getFloatFrequencyData(bins)
    const loudest = bins.indexOf(Math.max(...bins))
    const level = bins[loudest] ?? -Infinity
    const middle = bins.toSorted()[bins.length >> 1] ?? 0
    if (level < -60 || level < middle + 35) return undefined
    const pitch = (loudest * this.#audio.sampleRate) / this.#analyser.fftSize
    const found = PITCHES.findIndex((each) => Math.abs(each - pitch) < 60)
    return found === -1 ? undefined : found
  }
}
