/** Samples a second of a clip's sound, as Opus has them. */
export const SAMPLE_RATE = 48_000

/** Larger: sound that came unevenly is put right, and lips may be late. Smaller: it is cut into pieces. */
const UNEVEN_MS = 60
/** Larger: a clock that runs fast is followed late. Smaller: one uneven packet moves the rest. */
const FOLLOWED = 0.02

/** Where the sound of one track was put last, in samples after the beginning of the clip. */
export type SoundPlace = { readonly next: number; readonly lateness: number }

/**
 * Where a packet goes that was recorded so many milliseconds after the beginning. Packets come unevenly, and are one
 * sound: each goes right behind the one before it unless it is more than 60 ms away from where it was recorded, or
 * all lately are. Then it begins anew, after a pause or over what was there.
 */
export function placeSound(
  before: SoundPlace | undefined,
  { atMs, samples }: { atMs: number; samples: number },
): { readonly at: number; readonly place: SoundPlace } {
  const recorded = Math.round((atMs * SAMPLE_RATE) / 1000)
  const uneven = (UNEVEN_MS * SAMPLE_RATE) / 1000
  const away = before ? recorded - before.next : Infinity
  const lateness = before ? before.lateness + (away - before.lateness) * FOLLOWED : 0
  const isOneSound = Math.abs(away) <= uneven && Math.abs(lateness) <= uneven / 3
  const at = before && isOneSound ? before.next : recorded
  return { at, place: { next: at + samples, lateness: isOneSound ? lateness : 0 } }
}
