import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { Checks, CheckSources } from '../check/checks.ts'
import { pageIsIdle } from './preparedCall.ts'

/** Whoever goes in sooner is spared their code. Larger: one looks at an empty place, and goes in just when they begin. Smaller: whoever goes in as soon as all is ready waits for it. */
const BEGIN_AFTER_MS = 300

/** The checks of a green room, whose code is loaded once the page has nothing better to do. */
export class ChecksOnDemand {
  readonly #sources: Omit<CheckSources, 'connections'>
  readonly #checks = signal<Checks | undefined>(undefined)

  constructor(sources: Omit<CheckSources, 'connections'>) {
    this.#sources = sources
  }

  /** Undefined until their code is there, and once they are over. */
  get checks(): ReadonlySignal<Checks | undefined> {
    return this.#checks
  }

  /** Goes on until it is disposed of. Where the code cannot be loaded nothing is checked: one can go in without. */
  begin(connections: CheckSources['connections']): Disposable {
    const ending = new AbortController()
    this.#start(connections, ending.signal).catch(() => undefined)
    return {
      [Symbol.dispose]: () => {
        ending.abort()
        this.#checks.peek()?.[Symbol.dispose]()
        this.#checks.value = undefined
      },
    }
  }

  async #start(connections: CheckSources['connections'], ending: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    using _ = this.#sources.clock.after(BEGIN_AFTER_MS, resolve)
    ending.addEventListener('abort', () => resolve())
    await promise
    if (!ending.aborted) await pageIsIdle()
    if (ending.aborted) return
    const { startChecks } = await import('../check/checks.ts')
    if (!ending.aborted) this.#checks.value = startChecks({ ...this.#sources, connections })
  }
}
