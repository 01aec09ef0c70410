import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type { Clock } from '@parley/call'
import type { CallRunner } from '@parley/client'
import type { Booth, BoothFrom } from './booth.ts'

type From = Omit<BoothFrom, 'clock'> & { clock: Clock; runner: CallRunner }

/** A line that could not bring the code is asked again. Larger: an interpreter waits. Smaller: a dead line is kept busy. */
const AGAIN_AFTER_MS = 3000

/** The console of whoever interprets, whose code nobody else loads. */
export class BoothOnDemand implements Disposable {
  readonly #now = signal<Booth | undefined>(undefined)
  readonly #parts = new DisposableStack()

  constructor(from: From) {
    const isInterpreter = computed(() => from.facts.value.you.role === 'interpreter')
    this.#parts.defer(
      effect(() => {
        if (isInterpreter.value && !this.#now.peek()) this.#open(from)
      }),
    )
  }

  /** Undefined until its code is there. */
  get now(): ReadonlySignal<Booth | undefined> {
    return this.#now
  }

  [Symbol.dispose](): void {
    this.#parts.dispose()
  }

  #open(from: From): void {
    this.#load(from).catch(() => {
      if (!this.#parts.disposed)
        this.#parts.use(from.clock.after(AGAIN_AFTER_MS, () => this.#open(from)))
    })
  }

  async #load(from: From): Promise<void> {
    const { openBooth, stepInBooth } = await import('./boothCode.ts')
    if (this.#parts.disposed || this.#now.peek()) return
    from.runner.sitInBooth(stepInBooth)
    this.#now.value = this.#parts.use(openBooth(from))
  }
}
