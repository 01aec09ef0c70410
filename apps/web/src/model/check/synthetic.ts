import { stepHearing, type Hearing } from './hearing.ts'
import { readSound, type SoundLook } from './readSound.ts'

/** A sound as a function of time in seconds. */
export type Wave = (seconds: number) => number

export const RATE = 48_000
const FFT = 8192
const EVERY_MS = 100
const PITCH_HZ = 110

export const tone =
  (hz: number, amplitude: number): Wave =>
  (seconds) =>
    amplitude * Math.sin(2 * Math.PI * hz * seconds)

export const mixed =
  (...waves: Wave[]): Wave =>
  (seconds) =>
    waves.reduce((sum, wave) => sum + wave(seconds), 0)

/** White noise, the same each time. */
export function noise(amplitude: number): Wave {
  let state = 12_345
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return amplitude * ((state / 2 ** 31) * 2 - 1)
  }
}

/** One period of the tones of a voice, fine enough to be read between. */
function period(toHz: number): Float32Array {
  const tones = Array.from({ length: Math.floor(toHz / PITCH_HZ) }, (_, at) => at + 1)
  return Float32Array.from({ length: 8192 }, (_, at) =>
    tones.reduce((sum, times) => {
      const phase = (2 * Math.PI * times * at) / 8192 + times * times
      return sum + Math.sin(phase) / (1 + times / 4) / 3
    }, 0),
  )
}

/** A voice of many tones up to there, in syllables with pauses between; its pitch moves as a voice's does. */
export function voice({ toHz, amplitude }: { toHz: number; amplitude: number }): Wave {
  const table = period(toHz)
  return (seconds) => {
    const moved = PITCH_HZ * (seconds + 0.004 * Math.sin(2 * Math.PI * 0.6 * seconds))
    const at = (moved - Math.floor(moved)) * table.length
    const [here, next] = [Math.floor(at), Math.ceil(at) % table.length]
    const part = at - here
    return (
      amplitude * syllable(seconds) * ((table[here] ?? 0) * (1 - part) + (table[next] ?? 0) * part)
    )
  }
}

/** How open the mouth is. */
export function syllable(seconds: number): number {
  return Math.max(0, Math.sin(2 * Math.PI * 1.7 * seconds))
}

export const hardClipped =
  (wave: Wave): Wave =>
  (seconds) =>
    Math.max(-1, Math.min(1, wave(seconds)))

/** What a microphone with that sound is known by after so many seconds. */
export function hear(wave: Wave, seconds: number): Hearing {
  const all = Float32Array.from({ length: seconds * RATE }, (_, at) => wave(at / RATE))
  let hearing: Hearing | undefined
  for (let atMs = EVERY_MS; ; atMs += EVERY_MS) {
    const from = Math.round((atMs / 1000) * RATE)
    if (from + FFT > all.length) break
    hearing = stepHearing(hearing, readSound(lookAt(all.subarray(from, from + FFT), atMs)))
  }
  if (!hearing) throw new Error('Too short to hear anything')
  return hearing
}

export function lookAt(samples: Float32Array, atMs: number): SoundLook {
  return { samples, spectrum: spectrumOf(samples), sampleRate: RATE, atMs }
}

/** As an analyser of the browser computes it: a Blackman window, and magnitudes over the number of samples, in dB. */
function spectrumOf(samples: Float32Array): Float32Array {
  const length = samples.length
  const real = samples.map((one, at) => one * blackman(at / length))
  const imaginary = new Float32Array(length)
  transform(real, imaginary)
  return Float32Array.from({ length: length / 2 }, (_, bin) =>
    Math.max(-200, 20 * Math.log10(Math.hypot(real[bin] ?? 0, imaginary[bin] ?? 0) / length)),
  )
}

function blackman(part: number): number {
  return 0.42 - 0.5 * Math.cos(2 * Math.PI * part) + 0.08 * Math.cos(4 * Math.PI * part)
}

const TURNS = Float64Array.from({ length: FFT }, (_, at) => Math.cos((2 * Math.PI * at) / FFT))
const turn = (at: number): number => TURNS[at & (FFT - 1)] ?? 0

/** The discrete Fourier transform in place, of `FFT` values. */
function transform(real: Float32Array, imaginary: Float32Array): void {
  reorder(real)
  for (let size = 2; size <= FFT; size *= 2) {
    const half = size / 2
    const step = FFT / size
    for (let from = 0; from < FFT; from += size)
      for (let at = 0; at < half; at += 1) {
        const [low, high] = [from + at, from + at + half]
        const [cos, sin] = [turn(at * step), turn(at * step + FFT / 4)]
        const [r, i] = [real[high] ?? 0, imaginary[high] ?? 0]
        const moveReal = cos * r - sin * i
        const moveImaginary = sin * r + cos * i
        real[high] = (real[low] ?? 0) - moveReal
        imaginary[high] = (imaginary[low] ?? 0) - moveImaginary
        real[low] = (real[low] ?? 0) + moveReal
        imaginary[low] = (imaginary[low] ?? 0) + moveImaginary
      }
  }
}

/** Each value to the place whose number is its own, read backwards in bits. */
function reorder(values: Float32Array): void {
  for (let at = 0, to = 0; at < FFT; at += 1) {
    if (to > at) [values[at], values[to]] = [values[to] ?? 0, values[at] ?? 0]
    let bit = FFT / 2
    for (; to & bit; bit /= 2) to -= bit
    to += bit
  }
}
