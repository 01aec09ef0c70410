import type { Played } from '../../e2e/media/hear.ts'
import { powerAt } from '../../e2e/media/tone.ts'

/** What an interpreter has to hear, by ISO 20109: its ends, and tones between. */
export const BAND_HZ = [125, 250, 500, 1000, 2000, 4000, 8000, 12_000, 15_000] as const

/** What the others are compared with. */
const REFERENCE_HZ = 1000

/**
 * So many samples are looked at together. A browser that fills or empties its buffer cuts a piece out or puts
 * one in: over a longer stretch a high tone falls out of step with itself, and looks softer than it is.
 */
const TOGETHER = 4096

/** How loud each tone of the band is, in dB beside the one of 1 kHz. */
export type Band = ReadonlyMap<number, number>

/** The band of a stretch in which its tones sounded equally loud. */
export function bandOf(sound: Pick<Played, 'samples' | 'rate'>): Band {
  const decibels = (hz: number) => 10 * Math.log10(meanPower(sound, hz))
  const reference = decibels(REFERENCE_HZ)
  return new Map(BAND_HZ.map((hz) => [hz, decibels(hz) - reference]))
}

/** How far the band is from even, in dB, to either side. */
export function worstDb(band: Band): number {
  return Math.max(...[...band.values()].map(Math.abs))
}

/** How loud the tones are in it. */
export function strengthOf({ samples, rate }: Pick<Played, 'samples' | 'rate'>): number {
  return powerAt(samples, REFERENCE_HZ, rate)
}

function meanPower({ samples, rate }: Pick<Played, 'samples' | 'rate'>, hz: number): number {
  const pieces = Array.from({ length: Math.floor((2 * samples.length) / TOGETHER) - 1 }, (_, at) =>
    samples.subarray((at * TOGETHER) / 2, (at * TOGETHER) / 2 + TOGETHER),
  )
  return pieces.reduce((sum, piece) => sum + powerAt(piece, hz, rate), 0) / pieces.length
}
