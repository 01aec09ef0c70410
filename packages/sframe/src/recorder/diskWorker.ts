import type { Bytes } from '@parley/protocol'
import type { DiskAnswer, DiskCommand } from './diskMessages.ts'
import { DiskFailure, type RecordingDisk } from './recordingDisk.ts'

/** What a worker that writes is asked, in order. Disposing ends it, and lets go of its file. */
class DiskWorker implements Disposable {
  readonly #worker = new Worker(new URL('../worker/disk.ts', import.meta.url), {
    type: 'module',
    name: 'disk',
  })
  #waiting: PromiseWithResolvers<void>[] = []
  #failed: DiskFailure | undefined

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<DiskAnswer>) => {
      const asked = this.#waiting.shift()
      if (data.is === 'done') asked?.resolve()
      else asked?.reject(new DiskFailure(data.why))
    })
    this.#worker.addEventListener('error', (event) => {
      this.#failed = new DiskFailure('disk-failed', { cause: event })
      for (const asked of this.#waiting.splice(0)) asked.reject(this.#failed)
    })
  }

  ask(command: DiskCommand, moved: Transferable[] = []): Promise<void> {
    if (this.#failed) return Promise.reject(this.#failed)
    const asked = Promise.withResolvers<void>()
    this.#waiting.push(asked)
    this.#worker.postMessage(command, moved)
    return asked.promise
  }

  [Symbol.dispose](): void {
    this.#worker.terminate()
  }
}

/** A new file for a recording, written by a worker of its own: a slow disk holds up no frame. */
export async function makeDisk(name: string): Promise<RecordingDisk> {
  const worker = new DiskWorker()
  try {
    await worker.ask({ do: 'open', name })
  } catch (cause) {
    worker[Symbol.dispose]()
    throw cause
  }
  return {
    append: (bytes: Bytes) => worker.ask({ do: 'append', bytes }, [bytes.buffer]),
    cut: (toBytes) => worker.ask({ do: 'cut', toBytes }),
    async close() {
      await worker.ask({ do: 'close' })
      worker[Symbol.dispose]()
    },
  }
}

/** Destroys a recording: its key first, then its file. Rejects with a `DiskFailure`. */
export async function destroyOnDisk(name: string, firstBytes: number): Promise<void> {
  using worker = new DiskWorker()
  await worker.ask({ do: 'destroy', name, firstBytes })
}
