/** The tone under a person's speech by which a spectrum tells who is heard. */
export function pilotHz(person: number): number {
  return 1000 + 300 * person
}

/** A tone counts as heard when it has this many times the power beside it: 13 dB. */
const ABOVE_NEIGHBOURS = 20
/** Where no person's tone is, on either side of one's own. */
const NEIGHBOURS_HZ = [-130, -70, 70, 130]
/** Below this mean square nothing is heard at all: minus 70 dB of full scale. */
const SILENCE = 1e-7

/** The power of one frequency in a stretch of sound, by Goertzel: for a sine of amplitude a, a²/4 on any length. */
export function powerAt(samples: Float32Array, frequencyHz: number, sampleRate: number): number {
  const turn = (2 * Math.PI * frequencyHz) / sampleRate
  const factor = 2 * Math.cos(turn)
  const window = windowOf(samples.length)
  let before = 0
  let last = 0
  // Of each second of sound this is run a million times and more: an iterator costs as much as all else.
  for (let index = 0; index < samples.length; index++) {
    const next = (samples[index] ?? 0) * (window[index] ?? 0) + factor * last - before
    before = last
    last = next
  }
  const energy = last * last + before * before - factor * last * before
  return energy / samples.length ** 2
}

const windows = new Map<number, Float64Array>()

/** Hann, doubled so that a steady tone keeps its power: without it loud speech leaks into every bin. */
function windowOf(length: number): Float64Array {
  const known = windows.get(length)
  if (known) return known
  const made = Float64Array.from({ length }, (_, at) => 1 - Math.cos((2 * Math.PI * at) / length))
  windows.set(length, made)
  return made
}

/** Who of `people` is heard in at least half a second of sound. */
export function peopleHeard(
  samples: Float32Array,
  sampleRate: number,
  people: readonly number[],
): number[] {
  return people.filter((person) => {
    const tone = powerAt(samples, pilotHz(person), sampleRate)
    const isAbove = (offsetHz: number) =>
      tone > ABOVE_NEIGHBOURS * powerAt(samples, pilotHz(person) + offsetHz, sampleRate)
    return tone > SILENCE && NEIGHBOURS_HZ.every(isAbove)
  })
}
