import type { Bytes } from '@parley/protocol'
import { readSealCode, verifyFiles, withCodes, type Verdict } from '@parley/release'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { VerifyEvent, VerifyTrouble, VerifyView } from './verifyView.ts'

/** A file by its name, read when it is verified. */
export type NamedFile = { readonly name: string; readonly bytes: () => Promise<Bytes> }

/** What is released at an address of this page’s own server, or why that cannot be said. */
export type FetchReleased = (address: string) => Promise<readonly NamedFile[] | VerifyTrouble>

/** Bytes of one file. Larger: a page of a small device is ended by its browser. Smaller: a long clip is not taken. */
const FILE_BYTES = 1024 * 1024 * 1024

const EMPTY: VerifyView = { isBusy: false, checked: [], trouble: undefined, code: '' }

/** What was chosen so far, verified together: whenever something comes to it, all of it anew. */
export class VerifyModel {
  readonly #fetchReleased: FetchReleased
  readonly #view = signal<VerifyView>(EMPTY)
  #files: readonly NamedFile[] = []
  #verdicts: readonly Verdict[] = []
  #turn: Promise<void> = Promise.resolve()

  constructor(fetchReleased: FetchReleased) {
    this.#fetchReleased = fetchReleased
  }

  get view(): ReadonlySignal<VerifyView> {
    return this.#view
  }

  /** One thing after another, in the order in which they were done. */
  send(event: VerifyEvent): Promise<void> {
    this.#turn = this.#turn.then(() => this.#do(event))
    return this.#turn
  }

  async #do(event: VerifyEvent): Promise<void> {
    switch (event.type) {
      case 'files-chosen':
        return this.#add(filesOf(event.files))
      case 'address-given':
        this.#show({ isBusy: true, trouble: undefined })
        return this.#add(await this.#fetchReleased(event.address))
      case 'code-given':
        return this.#expect(event.code)
      case 'cleared':
        this.#files = []
        this.#verdicts = []
        this.#view.value = EMPTY
    }
  }

  async #add(more: readonly NamedFile[] | VerifyTrouble): Promise<void> {
    if (typeof more === 'string') return this.#show({ isBusy: false, trouble: more })
    this.#show({ isBusy: true, trouble: undefined })
    const names = new Set(more.map(({ name }) => name))
    const files = [...this.#files.filter(({ name }) => !names.has(name)), ...more]
    try {
      this.#verdicts = await verifyFiles(await Promise.all(files.map(({ bytes }) => bytes())))
      this.#files = files
      this.#show({ isBusy: false })
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof DOMException)) throw error
      this.#show({ isBusy: false, trouble: 'too-large' })
    }
  }

  #expect(typed: string): void {
    const code = typed.trim() === '' ? '' : readSealCode(typed)
    this.#show(code === undefined ? { trouble: 'no-code' } : { code, trouble: undefined })
  }

  #show(change: Partial<VerifyView>): void {
    const { code, ...view } = { ...this.#view.value, ...change }
    const codes = code === '' ? [] : [code]
    this.#view.value = {
      ...view,
      code,
      checked: this.#verdicts.map((verdict, at) => ({
        id: at,
        name: this.#files[at]?.name ?? '',
        verdict: withCodes(verdict, codes),
      })),
    }
  }
}

function filesOf(files: readonly File[]): readonly NamedFile[] | VerifyTrouble {
  if (files.some(({ size }) => size > FILE_BYTES)) return 'too-large'
  return files.map((file) => ({
    name: file.name,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  }))
}
