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
  let before = 0
  let last = 0
  for (const [index, sample] of samples.entries()) {
    const next = sample * windowAt(index, samples.length) + factor * last - before
    before = last
    last = next
  }
  const energy = last * last + before * before - factor * last * before
  return energy / samples.length ** 2
}

/** Hann, doubled so that a steady tone keeps its power: without it loud speech leaks into every bin. */
function windowAt(index: number, length: number): number {
  return 1 - Math.cos((2 * Math.PI * index) / length)
}

/** Who of `people` is heard in at least half a second of sound. */
export function peopleHeard(
  samples: Float32Array,
  sampleRate: number,
  people: readonly number[],
): number[] {
  return people.filter((person) => {
    const tone = powerAt(samples, pilotHz(person), sampleRate)
    const beside = NEIGHBOURS_HZ.map((offset) =>
      powerAt(samples, pilotHz(person) + offset, sampleRate),
    )
    return tone > SILENCE && tone > ABOVE_NEIGHBOURS * Math.max(...beside)
  })
}
