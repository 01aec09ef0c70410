import { COLOURS, PITCHES } from './devices.ts'

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

  /** The participant whose stamp the picture is; undefined for anything else, as for garbage. */
  sees(): number | undefined {
    const canvas = new OffscreenCanvas(8, 8)
    const context = canvas.getContext('2d')
    if (!context || this.#video.videoWidth === 0) return undefined
    context.drawImage(this.#video, 0, 0, 8, 8)
    const isAt = (x: number, y: number, wanted: string) => {
      const [red = 0, green = 0, blue = 0] = (wanted.match(/\d+/g) ?? []).map(Number)
      const [r = 0, g = 0, b = 0] = context.getImageData(x, y, 1, 1).data
      return Math.abs(red - r) + Math.abs(green - g) + Math.abs(blue - b) < 75
    }
    if (!isAt(1, 6, 'rgb(0,0,0)') || !isAt(6, 6, 'rgb(255,255,255)')) return undefined
    const found = COLOURS.findIndex((colour) => isAt(1, 2, colour) && isAt(6, 2, colour))
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

  /** The participant whose tone has nine tenths of the power; undefined for silence and noise. */
  hears(): number | undefined {
    const decibels = new Float32Array(this.#analyser.frequencyBinCount)
    this.#analyser.getFloatFrequencyData(decibels)
    const powers = decibels.map((level) => 10 ** (level / 10))
    const hertz = this.#audio.sampleRate / this.#analyser.fftSize
    const all = powers.reduce((sum, power) => sum + power, 0)
    if (all < 1e-6) return undefined
    const found = PITCHES.findIndex((pitch) => {
      const near = powers.filter((_, bin) => Math.abs(bin * hertz - pitch) < 60)
      return near.reduce((sum, power) => sum + power, 0) > 0.9 * all
    })
    return found === -1 ? undefined : found
  }
}
