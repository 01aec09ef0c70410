import type { Clock } from '@parley/call'
import type { Loading } from '../greenRoomView.ts'

/** Larger: one waits without a word. Smaller: something flashes up that is over at once. */
const TOLD_AFTER_MS = 1000

/** Tells how far something is loaded, but only once one has waited for it for a second. Disposing ends that. */
export class SlowLoading {
  readonly #clock: Pick<Clock, 'after'>
  readonly #tell: (loading: Loading | undefined) => void
  readonly #of: number
  #done = 0
  #isTold = false

  constructor({
    clock,
    of,
    tell,
  }: {
    clock: Pick<Clock, 'after'>
    of: number
    tell: (loading: Loading | undefined) => void
  }) {
    this.#clock = clock
    this.#of = of
    this.#tell = tell
  }

  /** One more part of it is there. */
  step(): void {
    this.#done = Math.min(this.#done + 1, this.#of)
    if (this.#isTold) this.#say()
  }

  /** Somebody waits for it from now on. */
  wait(): Disposable {
    const late = this.#clock.after(TOLD_AFTER_MS, () => {
      this.#isTold = true
      this.#say()
    })
    return {
      [Symbol.dispose]: () => {
        late[Symbol.dispose]()
        if (this.#isTold) this.#tell(undefined)
        this.#isTold = false
      },
    }
  }

  #say(): void {
    this.#tell({ done: this.#done, of: this.#of })
  }
}
