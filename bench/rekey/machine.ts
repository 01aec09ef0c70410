import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Done, Task } from './member.ts'

/**
 * A member's own machine: a thread with packages of its own, so that nothing it knows was looked up,
 * verified or warmed up by another.
 */
export class Machine implements AsyncDisposable {
  readonly #thread = new Worker(new URL('memberThread.ts', import.meta.url))

  /** One task after another. Rejects if it cannot be done. */
  async do(task: Task): Promise<Done> {
    this.#thread.postMessage(task)
    const [done] = await once(this.#thread, 'message')
    return done as Done
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#thread.terminate()
  }
}
