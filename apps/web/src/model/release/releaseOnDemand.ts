import type { Clock } from '@parley/call'
import type { Desk, KeyStore } from '@parley/client'
import type { DeskRelease } from './deskRelease.ts'

/** A line that could not bring the code is asked again. */
const AGAIN_AFTER_MS = 3000

type Parts = {
  desk: Desk
  clock: Clock
  store: Pick<KeyStore, 'records' | 'unsaid'>
  server: { readonly origin: string }
  saveFile: (name: string, text: string) => void
}

/** Opens what a console records and releases, once there is an agreed plan. */
export class ReleaseOnDemand implements AsyncDisposable {
  readonly #parts: Parts
  readonly #tell: (release: DeskRelease) => void
  readonly #open = new AsyncDisposableStack()
  #isBegun = false

  constructor(parts: Parts, tell: (release: DeskRelease) => void) {
    this.#parts = parts
    this.#tell = tell
    this.#open.use(
      parts.desk.listen(({ documents }) => {
        if (documents.root === undefined || this.#isBegun) return
        this.#isBegun = true
        void this.#begin()
      }),
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#open.disposeAsync()
  }

  async #begin(): Promise<void> {
    const code = await import('./deskRelease.ts').catch(() => undefined)
    if (this.#open.disposed) return
    if (!code) {
      this.#open.use(this.#parts.clock.after(AGAIN_AFTER_MS, () => void this.#begin()))
      return
    }
    const release = await code.openDeskRelease(this.#parts)
    if (this.#open.disposed) return await release[Symbol.asyncDispose]()
    this.#open.use(release)
    this.#tell(release)
  }
}
