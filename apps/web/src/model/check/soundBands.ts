/** How many bands the ear's scale is cut into: about five to the octave. */
export const BANDS = 48

/** The lowest sound of a voice, and more. */
export const LOWEST_HZ = 50

/** The highest sound that anybody hears. */
export const HIGHEST_HZ = 20_000

/** Below this a band holds nothing. */
export const NOTHING_DB = -140

/** Where a band begins, in Hz: band 0 at the lowest, `BANDS` at the highest. */
export function bandHz(band: number): number {
  return LOWEST_HZ * (HIGHEST_HZ / LOWEST_HZ) ** (band / BANDS)
}

/** The loudest bin of each band, in dB, from a spectrum whose bins reach up to half the sample rate. */
export function bandsOf(spectrum: Float32Array, sampleRate: number): number[] {
  const binHz = sampleRate / 2 / spectrum.length
  return Array.from({ length: BANDS }, (_, band) => {
    const from = Math.round(bandHz(band) / binHz)
    const to = Math.max(from + 1, Math.round(bandHz(band + 1) / binHz))
    let loudest = NOTHING_DB
    for (let bin = from; bin < to; bin++) loudest = Math.max(loudest, spectrum[bin] ?? NOTHING_DB)
    return loudest
  })
}
