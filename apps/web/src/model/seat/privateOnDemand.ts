import { effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type { Private, PrivateFrom } from '../private/startPrivate.ts'
import { pageIsIdle } from './preparedCall.ts'

/** Whoever comes in sees and hears the others first. Larger: one's own side is reached later. Smaller: the first picture waits for it. */
const BEGIN_AFTER_MS = 2000

/** One's own side's room, whose code is loaded once one is in the call and the page has nothing better to do. */
export class PrivateOnDemand implements AsyncDisposable {
  readonly #now = signal<Private | undefined>(undefined)
  readonly #parts = new AsyncDisposableStack()

  /** Where the code cannot be loaded the call goes on without. */
  constructor(from: PrivateFrom) {
    let isBegun = false
    this.#parts.defer(
      effect(() => {
        if (isBegun || from.call.value.joining.phase !== 'in-call') return
        isBegun = true
        const start = () => void this.#start(from).catch(() => undefined)
        this.#parts.use(from.clock.after(BEGIN_AFTER_MS, start))
      }),
    )
  }

  get now(): ReadonlySignal<Private | undefined> {
    return this.#now
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.disposeAsync()
  }

  async #start(from: PrivateFrom): Promise<void> {
    await pageIsIdle()
    const { startPrivate } = await import('../private/startPrivate.ts')
    if (this.#parts.disposed) return
    const begun = await startPrivate(from)
    if (this.#parts.disposed) await begun[Symbol.asyncDispose]()
    else this.#now.value = this.#parts.use(begun)
  }
}
