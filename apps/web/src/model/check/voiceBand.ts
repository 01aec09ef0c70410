import { bandHz, BANDS } from './soundBands.ts'
import type { Hearing } from './hearing.ts'

/** From where to where a voice came through, and what that is enough for. */
export type VoiceBand = {
  fromHz: number
  toHz: number
  /**
   * `full`: enough to be interpreted, which by ISO 20109 takes far more than a telephone.
   * `talk`: enough to be understood. `telephone`: a headset in its telephone profile, a telephone line.
   */
  is: 'full' | 'talk' | 'telephone'
}

/** Of the voice, before its band is told. Larger: one waits for it. Smaller: a word without an s is called narrow. */
const VOICE_ENOUGH_MS = 3000

/**
 * A band holds voice if its loudest is so far above the noise in it: noise alone goes 12 dB above its
 * quieter moments. Larger: soft consonants are missed. Smaller: noise is called voice.
 */
const ABOVE_NOISE_DB = 18

/** And not further below the strongest: what leaks through a filter lies deeper. */
const BELOW_STRONGEST_DB = 60

/** Of what is below a voice's lowest tone more is left: a filter's skirt, steps on the floor, a hand on the table. */
const BELOW_STRONGEST_LOW_DB = 30
const LOW_TO_HZ = 200

/** Interpreters need up to there. The narrowest headset that is not a telephone ends at 8 kHz. */
export const FULL_TO_HZ = 10_000

/** Where the needed band begins. */
export const FULL_FROM_HZ = 125

/** The nearest band edge below `FULL_TO_HZ` counts as reaching it. */
const FULL_FROM_TOP_HZ = 9300

/** Telephones end at 3.4 or 4 kHz; no voice into a microphone does. */
const TELEPHONE_TO_HZ = 5000

/** Which bands hold voice. */
export function voicedBands({ voiceBands, quietBands }: Hearing): readonly boolean[] {
  const strongest = Math.max(...voiceBands)
  return voiceBands.map((voice, band) => {
    const noise = quietBands[band] ?? -Infinity
    const below = bandHz(band) < LOW_TO_HZ ? BELOW_STRONGEST_LOW_DB : BELOW_STRONGEST_DB
    return voice >= strongest - below && voice >= noise + ABOVE_NOISE_DB
  })
}

/** The band of the voice; undefined until there was enough of it to say. */
export function voiceBandOf(hearing: Hearing): VoiceBand | undefined {
  if (hearing.voiceMs < VOICE_ENOUGH_MS) return undefined
  const voiced = voicedBands(hearing)
  // One band alone is a tone, not an end of a voice.
  const isInside = (band: number) => voiced[band] === true && voiced[band + 1] === true
  const inside = Array.from({ length: BANDS - 1 }, (_, band) => band).filter(isInside)
  const [lowest] = inside
  const highest = inside.at(-1)
  if (lowest === undefined || highest === undefined) return undefined
  const toHz = bandHz(highest + 2)
  return { fromHz: bandHz(lowest), toHz, is: enoughFor(toHz) }
}

function enoughFor(toHz: number): VoiceBand['is'] {
  if (toHz < TELEPHONE_TO_HZ) return 'telephone'
  return toHz < FULL_FROM_TOP_HZ ? 'talk' : 'full'
}
