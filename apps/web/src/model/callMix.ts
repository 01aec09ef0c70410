import type { SeatId } from '@parley/protocol'
import type { Person } from './callFacts.ts'

/** Who is heard how loud: all sounds play all the time, and only their volume changes. */
export type Mix = {
  /** Of the original voices, from 0 to 1. */
  floor: number
  /** The interpreter who is heard, if one is. */
  interpreter: SeatId | undefined
  /** How long the floor takes to come up; it goes down at once. */
  overMs: number
}

/** The original voices alone. */
export const FLOOR_ALONE: Mix = { floor: 1, interpreter: undefined, overMs: 0 }

/** Sound to be played. Keyed by its track, so that an element lives as long as its track. */
export type Sound = {
  key: string
  media: MediaStreamTrack
  /** From 0 to 1, and how long it takes to grow to it. */
  volume: number
  overMs: number
}

/** Nothing of somebody who is held is played, nothing of oneself, and no interpreter that one did not choose. */
export function soundsOf(person: Person, mix: Mix): readonly Sound[] {
  if (person.isYou || person.standing !== 'agreed') return []
  const { floor, overMs } = mix
  const sounds = person.audio.map((media) => ({ key: media.id, media, volume: floor, overMs }))
  const media = person.interpretation
  if (!media) return sounds
  const volume = mix.interpreter === person.seat ? 1 : 0
  return [...sounds, { key: media.id, media, volume, overMs: 0 }]
}
