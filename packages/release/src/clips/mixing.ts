/** Above it, loudness is pressed together. Larger: two who speak at once are cut off. Smaller: one voice is changed. */
const KNEE = 0.7

/** Sounds as one, sample by sample. One voice alone is left as it is; what would be too loud is rounded off. */
export function mixSounds(
  sounds: readonly Float32Array[],
  samples: number,
): Float32Array<ArrayBuffer> {
  const mixed = new Float32Array(samples)
  for (const sound of sounds)
    for (let at = 0; at < samples; at += 1) mixed[at] = (mixed[at] ?? 0) + (sound[at] ?? 0)
  for (let at = 0; at < samples; at += 1) mixed[at] = rounded(mixed[at] ?? 0)
  return mixed
}

/** The loudest sample of each of so many equal stretches, from 0 to 1. */
export function levelsOf(sound: Float32Array, stretches: number): number[] {
  const length = sound.length / stretches
  return Array.from({ length: stretches }, (_, stretch) => {
    let loudest = 0
    const to = Math.min(sound.length, Math.ceil((stretch + 1) * length))
    for (let at = Math.floor(stretch * length); at < to; at += 1)
      loudest = Math.max(loudest, Math.abs(sound[at] ?? 0))
    return Math.min(1, loudest)
  })
}

function rounded(value: number): number {
  const loud = Math.abs(value)
  if (loud <= KNEE) return value
  const above = (loud - KNEE) / (1 - KNEE)
  return Math.sign(value) * (KNEE + (1 - KNEE) * Math.tanh(above))
}
