import type { Clock } from '@parley/call'
import { effect, signal, type ReadonlySignal } from '@preact/signals-core'
import { pageIsIdle } from './preparedCall.ts'

/** A line that could not bring the code is asked again. Larger: the part is missed for longer. Smaller: a dead line is kept busy. */
const AGAIN_AFTER_MS = 3000

type Begun = Disposable | AsyncDisposable

/** A part of a call whose code is loaded once it is due. Until then, and where that cannot be loaded, the call goes on without. */
export class PartOnDemand<Code, Part extends Begun> implements AsyncDisposable {
  readonly #now = signal<Part | undefined>(undefined)
  readonly #parts = new AsyncDisposableStack()

  constructor(from: {
    clock: Clock
    /** Reads signals: looked at when they change. */
    isDue: () => boolean
    /** From when it is due, and then once the page is idle; undefined is at once. */
    afterMs: number | undefined
    load: () => Promise<Code>
    begin: (code: Code) => Part | Promise<Part>
  }) {
    const { clock, isDue, afterMs, load, begin } = from
    let isBegun = false
    const start = async (): Promise<void> => {
      if (afterMs !== undefined) await pageIsIdle()
      const code = await load().catch(() => undefined)
      if (this.#parts.disposed) return
      if (code === undefined) this.#parts.use(clock.after(AGAIN_AFTER_MS, attempt))
      else await this.#hold(await begin(code))
    }
    const attempt = () => void start().catch(() => undefined)
    this.#parts.defer(
      effect(() => {
        if (isBegun || !isDue()) return
        isBegun = true
        if (afterMs === undefined) attempt()
        else this.#parts.use(clock.after(afterMs, attempt))
      }),
    )
  }

  /** Undefined until it has begun. */
  get now(): ReadonlySignal<Part | undefined> {
    return this.#now
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.disposeAsync()
  }

  /** One that was not wanted any more while it began ends at once. */
  async #hold(part: Part): Promise<void> {
    if (!this.#parts.disposed) this.#now.value = this.#parts.use(part)
    else if (Symbol.asyncDispose in part) await part[Symbol.asyncDispose]()
    else part[Symbol.dispose]()
  }
}
