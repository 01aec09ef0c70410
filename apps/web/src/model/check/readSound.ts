import { bandsOf, NOTHING_DB } from './soundBands.ts'

/** A tenth of a second of a microphone, as the browser hands it over. */
export type SoundLook = {
  /** In time, from −1 to 1. */
  samples: Float32Array
  /** In dB, from 0 Hz to half the sample rate. */
  spectrum: Float32Array
  sampleRate: number
  atMs: number
}

/** What there is to know of it. */
export type SoundFigures = {
  atMs: number
  /** The loudest stretch of a fiftieth of a second, in dBFS. */
  loudDbfs: number
  /** The highest single value, in dBFS: −140 is a digital nothing. */
  peakDbfs: number
  isClipped: boolean
  bands: readonly number[]
  /** The spectrum up to 400 Hz, bin by bin: where mains hum. */
  low: readonly number[]
  binHz: number
}

/** As long as a syllable’s core: the meter of the green room is as quick. */
const STRETCH = 1024

/** A value so near to full scale has no room left. Larger: what a driver scales down a little is missed. Smaller: loud is called broken. */
const CEILING = 0.985

/** So many values at the ceiling in a row are a flat top, and no peak that just fits. */
const FLAT = 3

/** Mains and its first harmonics lie below. */
const LOW_HZ = 400

/** Figures from a look at the sound. */
export function readSound({ samples, spectrum, sampleRate, atMs }: SoundLook): SoundFigures {
  const binHz = sampleRate / 2 / spectrum.length
  const { loudest, peak, isClipped } = measure(samples)
  return {
    atMs,
    loudDbfs: decibels(loudest),
    peakDbfs: decibels(peak ** 2),
    isClipped,
    bands: bandsOf(spectrum, sampleRate),
    low: Array.from(spectrum.subarray(0, Math.ceil(LOW_HZ / binHz)), (one) =>
      Math.max(NOTHING_DB, one),
    ),
    binHz,
  }
}

/** The power of the loudest stretch, the highest value, and whether there is a flat top: in one pass, since it is done ten times a second. */
function measure(samples: Float32Array): { loudest: number; peak: number; isClipped: boolean } {
  let [loudest, peak, isClipped] = [0, 0, false]
  let [power, atCeiling] = [0, 0]
  for (let at = 0; at < samples.length; at++) {
    const value = Math.abs(samples[at] ?? 0)
    if (value > peak) peak = value
    atCeiling = value >= CEILING ? atCeiling + 1 : 0
    if (atCeiling >= FLAT) isClipped = true
    power += value * value
    const taken = (at % STRETCH) + 1
    if (taken < STRETCH && at + 1 < samples.length) continue
    loudest = Math.max(loudest, power / taken)
    power = 0
  }
  return { loudest, peak, isClipped }
}

function decibels(power: number): number {
  return Math.max(NOTHING_DB, 10 * Math.log10(power))
}
