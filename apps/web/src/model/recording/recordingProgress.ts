import type { Written } from './recordingRunner.ts'

/** Pieces come twice a second: a longer pause between them is one. */
const PAUSE_MS = 2000

/** The last seconds say how fast it grows. Larger: a picture that comes in is noticed late. Smaller: it jumps. */
const LOOKED_BACK_MS = 20_000

/** How much was recorded, in seconds, and how fast that grows. */
export class RecordingProgress {
  #seen: { bytes: number; toMs: number }[] = []
  #recordedMs = 0

  /** To be told what lies on the disk each time that changes; the same again changes nothing. */
  take({ bytes, toMs }: Written): { recordedS: number; bytesPerS: number | undefined } {
    if (toMs === undefined) {
      this.#seen = []
      this.#recordedMs = 0
      return { recordedS: 0, bytesPerS: undefined }
    }
    const last = this.#seen.at(-1)
    const sinceMs = last ? toMs - last.toMs : 0
    if (last && sinceMs > 0 && sinceMs < PAUSE_MS) this.#recordedMs += sinceMs
    if (last && (sinceMs >= PAUSE_MS || bytes < last.bytes)) this.#seen = []
    if (sinceMs > 0 || !last) this.#seen.push({ bytes, toMs })
    this.#seen = this.#seen.filter((one) => toMs - one.toMs <= LOOKED_BACK_MS)
    const first = this.#seen[0]
    const overS = first ? (toMs - first.toMs) / 1000 : 0
    const bytesPerS = first && overS >= 2 ? (bytes - first.bytes) / overS : undefined
    return { recordedS: Math.floor(this.#recordedMs / 1000), bytesPerS }
  }
}
