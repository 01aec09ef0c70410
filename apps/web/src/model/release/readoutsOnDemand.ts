import type { Desk, KeyStore } from '@parley/client'
import { effect, type ReadonlySignal } from '@preact/signals-core'
import { fetched } from '../../adapters/fetched.ts'
import type { DeskRelease } from './deskRelease.ts'
import type { ReadoutsModel } from './readouts/readoutsModel.ts'

type Parts = {
  desk: Desk
  store: Pick<KeyStore, 'drafts' | 'seals'>
  page: string
  saveFile: (name: string, text: string) => void
  release: ReadonlySignal<DeskRelease | undefined>
  zones: () => readonly string[]
}

/** Opens the readouts of a desk when they are asked for first, beside what is recorded and released. */
export class ReadoutsOnDemand implements AsyncDisposable {
  readonly #parts: Parts
  readonly #stack = new AsyncDisposableStack()
  #opened: Promise<ReadoutsModel> | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Settles once they are here. What failed is tried again when they are asked for again. */
  open(): Promise<ReadoutsModel> {
    this.#opened ??= this.#open().catch((cause: unknown) => {
      this.#opened = undefined
      throw cause
    })
    return this.#opened
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync()
  }

  async #open(): Promise<ReadoutsModel> {
    const [{ openDeskReadouts }, release] = await Promise.all([
      fetched(() => import('./readouts/deskReadouts.ts')),
      this.#released(),
    ])
    return this.#stack.use(await openDeskReadouts({ ...this.#parts, release }))
  }

  #released(): Promise<DeskRelease> {
    const { promise, resolve } = Promise.withResolvers<DeskRelease>()
    this.#stack.defer(
      effect(() => {
        const release = this.#parts.release.value
        if (release) resolve(release)
      }),
    )
    return promise
  }
}
