/** Four rising notes, each with its beginning: nobody speaks like that, which is what an echo is known by. */
export const NOTES: readonly { hz: number; atMs: number }[] = [
  { hz: 523.25, atMs: 0 },
  { hz: 659.26, atMs: 280 },
  { hz: 783.99, atMs: 560 },
  { hz: 1046.5, atMs: 840 },
]

/** How long it sounds. */
export const CHIME_MS = 1700

/** Of full scale. Larger: it startles. Smaller: a soft speaker seems dead. */
const LOUDNESS = 0.22

/** A soft beginning: without it a note clicks. */
const RISES_MS = 25

/** How a note fades, like a bell’s: by two thirds in so long. */
const FADES_MS = 190

/** How loud a note is, from 0 to 1, so long after its beginning. */
export function loudnessOfNote(ms: number): number {
  if (ms <= 0) return 0
  const rise = ms < RISES_MS ? 0.5 - 0.5 * Math.cos((Math.PI * ms) / RISES_MS) : 1
  return rise * Math.exp(-ms / FADES_MS)
}

/** The chime, to be played at that rate. */
export function chimeSamples(sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.ceil((CHIME_MS / 1000) * sampleRate))
  for (const { hz, atMs } of NOTES)
    for (let at = Math.ceil((atMs / 1000) * sampleRate); at < samples.length; at += 1) {
      const ms = (at / sampleRate) * 1000 - atMs
      const turn = (2 * Math.PI * hz * ms) / 1000
      const timbre = Math.sin(turn) + 0.25 * Math.sin(2 * turn)
      samples[at] = (samples[at] ?? 0) + LOUDNESS * loudnessOfNote(ms) * timbre
    }
  return samples
}
