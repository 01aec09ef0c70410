import type { Clock } from '@parley/call'
import { effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type { Listening, startListening } from '../listening/listening.ts'

type From = Parameters<typeof startListening>[0] & { clock: Clock }

/** Whoever comes in is to see the others first. Larger: one hears the floor for longer. Smaller: their pictures wait for it. */
const BEGIN_AFTER_MS = 1500

/** What one listens to, whose code is loaded once one is in. */
export class ListeningOnDemand implements Disposable {
  readonly #now = signal<Listening | undefined>(undefined)
  readonly #parts = new DisposableStack()

  /** Where the code cannot be loaded everybody goes on hearing the floor. */
  constructor(from: From) {
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

  get now(): ReadonlySignal<Listening | undefined> {
    return this.#now
  }

  [Symbol.dispose](): void {
    this.#parts.dispose()
  }

  async #start(from: From): Promise<void> {
    const { startListening } = await import('../listening/listening.ts')
    if (!this.#parts.disposed) this.#now.value = this.#parts.use(startListening(from))
  }
}
