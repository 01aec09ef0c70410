import type { TrackNumber } from '@parley/protocol'
import { startFrameWorker, type WorkerCommand, type WorkerReport } from '@parley/sframe'

type Counted = WorkerReport & { type: 'counted' }

/** The page's end of the frame worker: commands in order, answers as promises. Disposing ends it and all frames. */
export class FrameWorker implements Disposable {
  readonly worker = startFrameWorker()
  readonly #gates = new Map<number, (counter: number) => void>()
  readonly #epochs = new Map<number, () => void>()
  readonly #onCounted: (counted: Counted) => void
  #asked = 0

  constructor(onCounted: (counted: Counted) => void) {
    this.#onCounted = onCounted
    this.worker.addEventListener('message', ({ data }: MessageEvent<WorkerReport>) =>
      this.#hear(data),
    )
  }

  /** Bytes of keys are moved and wiped: none stay on the page. */
  send(command: WorkerCommand): void {
    if (command.do !== 'install-epoch') return this.worker.postMessage(command)
    const baseKey = command.baseKey.slice()
    command.baseKey.fill(0)
    this.worker.postMessage({ ...command, baseKey }, [baseKey.buffer])
  }

  /** Resolves when frames can be sealed and opened under it. */
  install(command: WorkerCommand & { do: 'install-epoch' }): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#epochs.set(command.epoch, resolve)
    this.send(command)
    return promise
  }

  /** Resolves to the counter that the worker answers. */
  moveGate(to: 'open-gate' | 'close-gate', track: TrackNumber): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>()
    const ask = ++this.#asked
    this.#gates.set(ask, resolve)
    this.send({ do: to, ask, track })
    return promise
  }

  [Symbol.dispose](): void {
    this.worker.terminate()
  }

  #hear(report: WorkerReport): void {
    switch (report.type) {
      case 'counted':
        return this.#onCounted(report)
      case 'epoch-installed':
        this.#epochs.get(report.epoch)?.()
        this.#epochs.delete(report.epoch)
        return
      case 'gate-opened':
        this.#gates.get(report.ask)?.(report.from)
        this.#gates.delete(report.ask)
        return
      case 'gate-closed':
        this.#gates.get(report.ask)?.(report.after)
        this.#gates.delete(report.ask)
    }
  }
}
