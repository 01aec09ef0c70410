import type { Bytes } from '@parley/protocol'
import type { ClipManifest } from '@parley/release'
import type { ClipSigner, ProvenanceAnswer, ProvenanceAsk } from './messages.ts'

/** Bytes of the code of C2PA, unpacked: what its progress is told by. */
const PROVENANCE_BYTES = 9_049_453

type Asked = ProvenanceAsk extends infer A
  ? A extends { id: number }
    ? Omit<A, 'id'>
    : never
  : never
type Answered<Is extends ProvenanceAnswer['is']> = Extract<ProvenanceAnswer, { is: Is }>

/** Adds manifests and reads them, in a worker that is started by the first of it, and whose code comes then. */
export class Provenance implements Disposable {
  readonly #onLoading: (share: number) => void
  readonly #waiting = new Map<number, PromiseWithResolvers<ProvenanceAnswer>>()
  #worker: Worker | undefined
  #asked = 0

  /** `onLoading` hears how much of the code is there, from 0 to 1. */
  constructor(onLoading: (share: number) => void) {
    this.#onLoading = onLoading
  }

  /** Fetches the code, so that the first signature does not wait for it. */
  async load(): Promise<void> {
    await this.#ask({ do: 'load' }, 'loaded')
  }

  /** The file with one manifest more. */
  async sign(signing: { file: Blob; manifest: ClipManifest; signer: ClipSigner }): Promise<Bytes> {
    return (await this.#ask({ do: 'sign', ...signing }, 'signed')).file
  }

  /** All manifests of a file, as JSON of c2pa-rs. */
  async read(file: Blob): Promise<string> {
    return (await this.#ask({ do: 'read', file }, 'read')).store
  }

  [Symbol.dispose](): void {
    this.#worker?.terminate()
    this.#fail(new Error('It was let go'))
  }

  async #ask<Is extends ProvenanceAnswer['is']>(asked: Asked, is: Is): Promise<Answered<Is>> {
    this.#worker ??= this.#begin()
    this.#asked += 1
    const waiting = Promise.withResolvers<ProvenanceAnswer>()
    this.#waiting.set(this.#asked, waiting)
    this.#worker.postMessage({ id: this.#asked, ...asked } satisfies ProvenanceAsk)
    const answer = await waiting.promise
    if (answer.is === 'failed') throw new Error(answer.because)
    if (answer.is !== is) throw new Error(`It answered ${answer.is}`)
    return answer as Answered<Is>
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./worker/provenanceWorker.ts', import.meta.url), {
      type: 'module',
    })
    worker.addEventListener('message', ({ data }: MessageEvent<ProvenanceAnswer>) => {
      if (data.is === 'loading') return this.#onLoading(Math.min(1, data.bytes / PROVENANCE_BYTES))
      this.#waiting.get(data.id)?.resolve(data)
      this.#waiting.delete(data.id)
    })
    worker.addEventListener('error', () => {
      this.#worker = undefined
      this.#fail(new Error('The worker of C2PA did not start'))
    })
    return worker
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
