/** What mains hum at: Europe, Africa and most of Asia, or the Americas. */
const MAINS_HZ = [50, 60] as const

/** So far above what lies beside it is a tone. Larger: hum in a noisy room is missed. Smaller: the room’s own sound is called hum. */
const TONE_DB = 10

/** Quieter than this nobody hears it: a sine at about −61 dBFS. */
const HEARD_FROM_DB = -75

/** So many of mains and its first two harmonics make hum: one alone may be a voice or a fan. */
const TONES = 2

/** The mains that the sound hums with, from the spectrum between words; undefined where it does not. */
export function humOf(low: readonly number[], binHz: number): 50 | 60 | undefined {
  return MAINS_HZ.find((mains) => {
    const tones = [1, 2, 3].filter((times) => isTone(low, mains * times, { mains, binHz }))
    return tones.length >= TONES
  })
}

function isTone(
  low: readonly number[],
  hz: number,
  { mains, binHz }: { mains: number; binHz: number },
): boolean {
  const tone = loudestAt(low, hz / binHz)
  const beside = [-0.5, 0.5].map((off) => quietestAt(low, (hz + off * mains) / binHz))
  return tone >= HEARD_FROM_DB && tone - Math.max(...beside) >= TONE_DB
}

function loudestAt(low: readonly number[], bin: number): number {
  return Math.max(...around(low, bin))
}

function quietestAt(low: readonly number[], bin: number): number {
  return Math.min(...around(low, bin))
}

function around(low: readonly number[], bin: number): readonly number[] {
  const at = Math.round(bin)
  return low.slice(Math.max(0, at - 1), at + 2)
}
