import type { BrowserContext } from '@playwright/test'

/** What it took somebody: presses of a pointer, presses of keys, and seconds. */
export type Effort = { clicks: number; keys: number; seconds: number }

/** Counts what the pages of a context hear themselves, whoever says that it was done. */
export class EffortCount {
  readonly #heard = { clicks: 0, keys: 0 }
  readonly #fromMs = performance.now()

  static async of(context: BrowserContext): Promise<EffortCount> {
    const count = new EffortCount()
    await context.exposeBinding('hear', (_, what: 'clicks' | 'keys') => void count.#heard[what]++)
    await context.addInitScript(hearAll)
    return count
  }

  /** Since the link was opened. */
  soFar(): Effort {
    const seconds = (performance.now() - this.#fromMs) / 1_000
    return { ...this.#heard, seconds: Number(seconds.toFixed(1)) }
  }
}

/** Runs in the page, before all else. */
function hearAll(): void {
  const { hear } = globalThis as unknown as { hear: (what: 'clicks' | 'keys') => void }
  addEventListener('pointerdown', ({ isTrusted }) => isTrusted && hear('clicks'), true)
  addEventListener('keydown', ({ isTrusted }) => isTrusted && hear('keys'), true)
}
