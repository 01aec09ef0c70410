import type { SeatId } from '@parley/protocol'
import type { Levels } from '../callSpeaker.ts'

/** When the voice of each open microphone was last measured. */
export type HeardVoices = ReadonlyMap<SeatId, number>

/** Nobody yet. */
export const NO_VOICES: HeardVoices = new Map()

/** A microphone that is closed has no level, and is forgotten. */
export function stepHeardVoices(
  heard: HeardVoices,
  {
    levels,
    isVoice,
    nowMs,
  }: { levels: Levels; isVoice: (dbfs: number | undefined) => boolean; nowMs: number },
): HeardVoices {
  return new Map(
    [...levels].flatMap(([seat, dbfs]) => {
      const atMs = isVoice(dbfs) ? nowMs : heard.get(seat)
      return atMs === undefined ? [] : [[seat, atMs]]
    }),
  )
}

/** When one of them was last heard. */
export function lastHeardMs(
  heard: HeardVoices,
  people: readonly { seat: SeatId }[],
): number | undefined {
  const times = people.flatMap(({ seat }) => heard.get(seat) ?? [])
  return times.length > 0 ? Math.max(...times) : undefined
}
