import type { Capture } from './capture.ts'

/** A microphone's own track, and the device that gives it. */
export type HeldMicrophone = { media: MediaStreamTrack; device: string }

/**
 * The one microphone of a page. The plenary captures it; another room has a clone of it, so that no
 * device is opened twice and no echo cancelled twice. What has a clone is told to take another when the
 * plenary's changes or ends.
 */
export class SharedMicrophone {
  readonly #followers = new Set<() => void>()
  #held: HeldMicrophone | undefined

  /** What the plenary has of it now. */
  lend(held: HeldMicrophone | undefined): void {
    if (held?.media === this.#held?.media) return
    this.#held = held
    for (const take of this.#followers) take()
  }

  follow(take: () => void): Disposable {
    this.#followers.add(take)
    return { [Symbol.dispose]: () => void this.#followers.delete(take) }
  }

  /** A way to its clones, and to a camera by `capture`. A device that the plenary has not is not found. */
  borrowing(capture: Capture): Capture {
    return async (kind, device) => {
      if (kind === 'camera') return capture(kind, device)
      const held = this.#held
      if (held?.device !== device || held.media.readyState === 'ended')
        throw new DOMException('not captured', 'NotFoundError')
      return held.media.clone()
    }
  }
}
