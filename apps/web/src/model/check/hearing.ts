import { NOTHING_DB } from './soundBands.ts'
import type { SoundFigures } from './readSound.ts'

/** What a microphone gave since it was opened: enough to judge it by, and no sound. */
export type Hearing = {
  sinceMs: number
  atMs: number
  /** When anything came last, be it noise; undefined while nothing at all did. */
  soundAtMs: number | undefined
  /** The quietest lately, in dBFS. */
  floorDbfs: number
  /** How much was voice, and how much was not. */
  voiceMs: number
  quietMs: number
  voiceAtMs: number | undefined
  /** How loud the voice is, in dBFS, over its last seconds; undefined before it. */
  voiceDbfs: number | undefined
  /** The loudest lately in each band, with voice. */
  voiceBands: readonly number[]
  /** What is in each band without it. */
  quietBands: readonly number[]
  /** The lowest 400 Hz without voice, bin by bin. */
  quietLow: readonly number[]
  binHz: number
  /** The looks of the last seconds in which it clipped. */
  clippedAtMs: readonly number[]
}

/** Louder is somebody who speaks, if it also stands out. Larger: soft voices are no voices. Smaller: a chair is one. */
const VOICE_FROM_DBFS = -50
const STANDS_OUT_DB = 9

/** Below it is no microphone, but zeros. */
const ZEROS_BELOW_DBFS = -120

/** How the floor rises where it is never quiet. Larger: a long sentence becomes the floor. Smaller: a room gone noisy is not noticed. */
const FLOOR_RISES_DB_PER_S = 1

/** How what a band once held falls. Larger: pauses look like a narrow band. Smaller: a device changed in its driver keeps its old band. */
const BAND_FALLS_DB_PER_S = 0.5

/** Of each look with voice, in its level, which keeps near the peaks of speech. Larger: it follows each word. Smaller: moving away shows late. */
const LOUDER_VOICE_WEIGHT = 0.3
const SOFTER_VOICE_WEIGHT = 0.03

/** Of each look without, in what is there then: quieter counts at once, so that a word taken for noise is soon forgotten. */
const QUIETER_WEIGHT = 0.5
const LOUDER_WEIGHT = 0.05

/** How long a clipped look counts. */
const CLIPPED_COUNTS_MS = 5000

/** The longest time that one look stands for: a page that was hidden heard nothing meanwhile. */
const LOOK_AT_MOST_MS = 250

/** After the next look; undefined before the first. */
export function stepHearing(before: Hearing | undefined, look: SoundFigures): Hearing {
  const last = before ?? beginning(look)
  const passedMs = Math.max(0, Math.min(LOOK_AT_MOST_MS, look.atMs - last.atMs))
  const seconds = passedMs / 1000
  const hasSound = look.peakDbfs > ZEROS_BELOW_DBFS
  const floorDbfs = Math.min(look.loudDbfs, last.floorDbfs + FLOOR_RISES_DB_PER_S * seconds)
  const isVoice = look.loudDbfs >= Math.max(VOICE_FROM_DBFS, floorDbfs + STANDS_OUT_DB)
  const clippedAtMs = last.clippedAtMs.filter((atMs) => look.atMs - atMs < CLIPPED_COUNTS_MS)
  const next: Hearing = {
    ...last,
    atMs: look.atMs,
    soundAtMs: hasSound ? look.atMs : last.soundAtMs,
    floorDbfs,
    clippedAtMs: look.isClipped ? [...clippedAtMs, look.atMs] : clippedAtMs,
  }
  if (!isVoice)
    return {
      ...next,
      quietMs: last.quietMs + passedMs,
      quietBands: towards(last.quietBands, look.bands),
      quietLow: towards(last.quietLow, look.low),
    }
  const fall = BAND_FALLS_DB_PER_S * seconds
  return {
    ...next,
    voiceMs: last.voiceMs + passedMs,
    voiceAtMs: look.atMs,
    voiceDbfs: nearPeaks(last.voiceDbfs ?? look.loudDbfs, look.loudDbfs),
    voiceBands: look.bands.map((one, at) => Math.max(one, (last.voiceBands[at] ?? one) - fall)),
  }
}

function beginning(look: SoundFigures): Hearing {
  return {
    sinceMs: look.atMs,
    atMs: look.atMs,
    soundAtMs: undefined,
    floorDbfs: look.loudDbfs,
    voiceMs: 0,
    quietMs: 0,
    voiceAtMs: undefined,
    voiceDbfs: undefined,
    voiceBands: look.bands.map(() => NOTHING_DB),
    quietBands: look.bands,
    quietLow: look.low,
    binHz: look.binHz,
    clippedAtMs: [],
  }
}

function nearPeaks(before: number, now: number): number {
  return before + (now > before ? LOUDER_VOICE_WEIGHT : SOFTER_VOICE_WEIGHT) * (now - before)
}

function towards(before: readonly number[], now: readonly number[]): number[] {
  return now.map((one, at) => {
    const last = before[at] ?? one
    return last + (one < last ? QUIETER_WEIGHT : LOUDER_WEIGHT) * (one - last)
  })
}
