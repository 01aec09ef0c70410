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
  return {
    atMs,
    loudDbfs: loudest(samples),
    peakDbfs: decibels(samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0) ** 2),
    isClipped: hasFlatTop(samples),
    bands: bandsOf(spectrum, sampleRate),
    low: Array.from(spectrum.subarray(0, Math.ceil(LOW_HZ / binHz)), (one) =>
      Math.max(NOTHING_DB, one),
    ),
    binHz,
  }
}

function loudest(samples: Float32Array): number {
  let most = 0
  for (let from = 0; from < samples.length; from += STRETCH) {
    const stretch = samples.subarray(from, from + STRETCH)
    const power = stretch.reduce((sum, one) => sum + one * one, 0) / stretch.length
    most = Math.max(most, power)
  }
  return decibels(most)
}

function hasFlatTop(samples: Float32Array): boolean {
  let run = 0
  for (const one of samples) {
    run = Math.abs(one) >= CEILING ? run + 1 : 0
    if (run === FLAT) return true
  }
  return false
}

function decibels(power: number): number {
  return Math.max(NOTHING_DB, 10 * Math.log10(power))
}
