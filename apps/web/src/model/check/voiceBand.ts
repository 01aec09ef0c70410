import { bandHz, BANDS } from './soundBands.ts'
import type { Hearing } from './hearing.ts'

/** From where to where a voice came through, and what that is enough for. */
export type VoiceBand = {
  fromHz: number
  toHz: number
  /**
   * `full`: nothing cuts the voice off, as interpreters need it. `talk`: enough to be understood; a wireless
   * headset ends so. `telephone`: a headset in its telephone profile, a telephone line.
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

/**
 * From one octave to the next no voice loses so much, and what does is a filter: what is left above it are
 * images of what is below. Larger: those are called voice. Smaller: a voice without an s is called cut off.
 */
const CLIFF_DB = 30
const BANDS_OF_AN_OCTAVE = 5
const EDGE_DB = 10
const CLIFFS_FROM_HZ = 2500

/** From where to where a microphone has to hear for interpreters, by ISO 20109. */
export const [NEEDED_FROM_HZ, NEEDED_TO_HZ] = [125, 15_000] as const

/**
 * A voice has little above 10 kHz, whatever hears it, and wireless headsets end at 8: what reaches further
 * than those is not cut off. Larger: a deep voice is taken for a headset. Smaller: a headset for a full voice.
 */
const FULL_FROM_TOP_HZ = 9300

/** Telephones end at 3.4 or 4 kHz; no voice into a microphone does. */
const TELEPHONE_TO_HZ = 5000

/** Which bands hold voice. */
export function voicedBands({ voiceBands, quietBands }: Hearing): readonly boolean[] {
  const strongest = Math.max(...voiceBands)
  const end = cliffOf(voiceBands)
  return voiceBands.map((voice, band) => {
    const noise = quietBands[band] ?? -Infinity
    const below = bandHz(band) < LOW_TO_HZ ? BELOW_STRONGEST_LOW_DB : BELOW_STRONGEST_DB
    return band < end && voice >= strongest - below && voice >= noise + ABOVE_NOISE_DB
  })
}

/** The first band beyond a filter, of whose edge little counts; the number of all where there is none. */
function cliffOf(voiceBands: readonly number[]): number {
  for (let band = 0; band < BANDS; band += 1) {
    const from = Math.max(0, band - BANDS_OF_AN_OCTAVE)
    const octave = voiceBands.slice(from, band + 1)
    const loudest = Math.max(...octave)
    if (bandHz(band) > CLIFFS_FROM_HZ && (octave.at(-1) ?? 0) < loudest - CLIFF_DB)
      return from + octave.findLastIndex((voice) => voice >= loudest - EDGE_DB) + 1
  }
  return BANDS
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
