import type { Clock } from '@parley/call'
import { FrameWorker } from '../../apps/web/src/adapters/media/frameWorker.ts'
import { WorkerInProcess } from './workerInProcess.ts'

/** What the rooms of a page share: its frame worker and the page's own end of it, and the numbers that it gives. */
export class FramePage implements Disposable {
  readonly worker: WorkerInProcess
  readonly owner: FrameWorker
  #tracks = 0
  #transforms = 0

  constructor(clock: Clock) {
    this.worker = new WorkerInProcess(clock)
    this.owner = new FrameWorker({
      start: () => this.worker as unknown as Worker,
      clock,
      onKeyFrameWanted: () => undefined,
      onDead: () => undefined,
    })
  }

  nextTrack(): number {
    return ++this.#tracks
  }

  nextTransform(): number {
    return ++this.#transforms
  }

  [Symbol.dispose](): void {
    this.owner[Symbol.dispose]()
  }
}
