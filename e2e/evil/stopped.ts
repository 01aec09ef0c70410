import type { BrowserContext } from '@playwright/test'

/** A browser all of whose processes are stopped, as those of a tab are that sleeps. */
export class Stopped {
  readonly #pids: readonly number[]
  readonly #sinceMs = performance.now()

  private constructor(pids: readonly number[]) {
    this.#pids = pids
    for (const pid of pids) process.kill(pid, 'SIGSTOP')
  }

  static async browserOf({ context }: { context: BrowserContext }): Promise<Stopped> {
    const browser = context.browser()
    if (!browser) throw new Error('Everybody has a browser of their own')
    const session = await browser.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return new Stopped(processInfo.map(({ id }) => id))
  }

  /** How long it has slept. */
  get ms(): number {
    return performance.now() - this.#sinceMs
  }

  wake(): void {
    for (const pid of this.#pids) process.kill(pid, 'SIGCONT')
  }
}
