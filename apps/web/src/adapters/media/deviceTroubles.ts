import type { DeviceFailure, MediaEvent, TrackKind } from '@parley/call'

/** What fails now, each told once, and told to be over when it is. */
export class DeviceTroubles {
  readonly #tell: (event: MediaEvent) => void
  readonly #now = new Map<TrackKind, DeviceFailure>()

  constructor(tell: (event: MediaEvent) => void) {
    this.#tell = tell
  }

  /** One that ended is not found either: that is no news. */
  fail(kind: TrackKind, why: DeviceFailure): void {
    const known = this.#now.get(kind)
    if (known === why || (known === 'ended' && why === 'not-found')) return
    this.#now.set(kind, why)
    this.#tell({ type: 'device-failed', kind, why })
  }

  /** The device gives something, or is no longer wanted. */
  captured(kind: TrackKind): void {
    if (this.#now.get(kind) !== 'not-sent') this.#end(kind)
  }

  sent(kind: TrackKind): void {
    if (this.#now.get(kind) === 'not-sent') this.#end(kind)
  }

  #end(kind: TrackKind): void {
    if (this.#now.delete(kind)) this.#tell({ type: 'device-works', kind })
  }
}
