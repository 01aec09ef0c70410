import { effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type { Writing, WritingFrom } from '../writing/startWriting.ts'
import { pageIsIdle } from './preparedCall.ts'

/** Whoever comes in sees and hears the others first. Larger: the first message is written without. Smaller: the first picture waits for it. */
const BEGIN_AFTER_MS = 2500

/** What goes with writing and is not needed to send a message, whose code is loaded once one is in. */
export class WritingOnDemand implements Disposable {
  readonly #now = signal<Writing | undefined>(undefined)
  readonly #parts = new DisposableStack()

  /** Where the code cannot be loaded there are messages without. */
  constructor(from: WritingFrom) {
    let isBegun = false
    this.#parts.defer(
      effect(() => {
        if (isBegun || from.facts.value.standing.phase !== 'in-call') return
        isBegun = true
        const start = () => void this.#start(from).catch(() => undefined)
        this.#parts.use(from.clock.after(BEGIN_AFTER_MS, start))
      }),
    )
  }

  get now(): ReadonlySignal<Writing | undefined> {
    return this.#now
  }

  [Symbol.dispose](): void {
    this.#parts.dispose()
  }

  async #start(from: WritingFrom): Promise<void> {
    await pageIsIdle()
    const { startWriting } = await import('../writing/startWriting.ts')
    if (!this.#parts.disposed) this.#now.value = this.#parts.use(startWriting(from))
  }
}
