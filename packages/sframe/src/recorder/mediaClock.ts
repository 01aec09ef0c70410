import type { FrameStamp } from '../mediaFrame.ts'

/** How fast a late estimate is given up, in ms for each ms of media. Larger: sound drifts against pictures after a stall. Smaller: a clock that runs fast stays behind. */
const GIVEN_UP_PER_MS = 0.002

/** A stamp that is further from the last begins anew. Larger: another sender's stamps are taken for a pause. Smaller: a pause begins anew. */
const JUMP_MS = 5000

/**
 * When the frames of one track were made, by the clock here: its sender's stamps say how far apart, and the one
 * that came fastest says when. So what the line shakes stands even in a recording, and never goes backwards.
 */
export class MediaClock {
  readonly #perMs: number
  #source: number | undefined
  #last: { rtp: number; mediaMs: number } | undefined
  #offsetMs = 0
  #atMs = -Infinity

  /** Ticks a second of its stamps. */
  constructor(rate: number) {
    this.#perMs = rate / 1000
  }

  /** In milliseconds, for a frame that came then. */
  at(arrivedMs: number, { rtp, source }: FrameStamp): number {
    this.#atMs = Math.max(this.#atMs, this.#madeAt(arrivedMs, rtp, source))
    return this.#atMs
  }

  #madeAt(arrivedMs: number, rtp: number | undefined, source: number | undefined): number {
    if (rtp === undefined) return arrivedMs
    // Stamps have 32 bits and wrap around.
    const sinceMs = this.#last ? ((rtp - this.#last.rtp) | 0) / this.#perMs : 0
    const isNew = !this.#last || source !== this.#source || Math.abs(sinceMs) > JUMP_MS
    const mediaMs = isNew ? 0 : (this.#last?.mediaMs ?? 0) + sinceMs
    this.#source = source
    this.#last = { rtp, mediaMs }
    const skewMs = arrivedMs - mediaMs
    const patientMs = this.#offsetMs + Math.max(0, sinceMs) * GIVEN_UP_PER_MS
    this.#offsetMs = isNew ? skewMs : Math.min(skewMs, patientMs)
    return mediaMs + this.#offsetMs
  }
}
