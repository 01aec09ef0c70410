import type { SeatId } from '@parley/protocol'

/** Who is shown large, and who is about to be. Levels are measured here, after opening; the server knows none. */
export type Speaker = {
  seat: SeatId | undefined
  /** The loudest other voice, and since when without a break. */
  challenger: { seat: SeatId; sinceMs: number } | undefined
}

/** Loudness of each open microphone, in dBFS. */
export type Levels = ReadonlyMap<SeatId, number>

/** A voice. Larger: soft voices stay small. Smaller: paper and breath take the picture. */
const VOICE_DBFS = -48

/** How long one speaks before being shown large. Larger: the answer is missed. Smaller: a cough takes the picture. */
const TAKES_AFTER_MS = 700

/** The same, while the one shown large still speaks: two voices at once do not make the picture jump. */
const TAKES_FROM_A_VOICE_AFTER_MS = 2500

/** How long one counts as speaking after the last sound. Larger: the word stands when another answers. Smaller: it flickers at each breath. */
const SPEAKS_ON_FOR_MS = 1200

/** When each voice was heard last. */
export type Voices = ReadonlyMap<SeatId, number>

/** Nobody speaking yet. */
export const NOBODY_YET: Speaker = { seat: undefined, challenger: undefined }

/** The large picture changes for a voice that lasts, and stays through silence. */
export function stepSpeaker(
  speaker: Speaker,
  { levels, nowMs }: { levels: Levels; nowMs: number },
): Speaker {
  const loudest = loudestOther(levels, speaker.seat)
  if (loudest === undefined)
    return speaker.challenger === undefined ? speaker : { ...speaker, challenger: undefined }
  const known = speaker.challenger?.seat === loudest ? speaker.challenger : undefined
  const sinceMs = known?.sinceMs ?? nowMs
  const isSpeaking = speaker.seat !== undefined && isVoice(levels.get(speaker.seat))
  const waitMs = isSpeaking ? TAKES_FROM_A_VOICE_AFTER_MS : TAKES_AFTER_MS
  if (nowMs - sinceMs >= waitMs) return { seat: loudest, challenger: undefined }
  return known ? speaker : { ...speaker, challenger: { seat: loudest, sinceMs } }
}

/** Who speaks, also between two words. A microphone that is closed has no level, and ends it at once. */
export function stepVoices(
  voices: Voices,
  { levels, nowMs }: { levels: Levels; nowMs: number },
): Voices {
  return new Map(
    [...levels].flatMap(([seat, dbfs]) => {
      const heardMs = isVoice(dbfs) ? nowMs : voices.get(seat)
      return heardMs !== undefined && nowMs - heardMs < SPEAKS_ON_FOR_MS ? [[seat, heardMs]] : []
    }),
  )
}

/** Whether this is a voice and not the room. */
export function isVoice(dbfs: number | undefined): boolean {
  return dbfs !== undefined && dbfs >= VOICE_DBFS
}

function loudestOther(levels: Levels, than: SeatId | undefined): SeatId | undefined {
  let loudest: { seat: SeatId; dbfs: number } | undefined
  for (const [seat, dbfs] of levels)
    if (seat !== than && isVoice(dbfs) && dbfs > (loudest?.dbfs ?? -Infinity))
      loudest = { seat, dbfs }
  return loudest?.seat
}
