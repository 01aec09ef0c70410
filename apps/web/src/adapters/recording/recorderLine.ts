import type { RecorderCommand, RecorderReport } from '@parley/sframe/recorder'
import type { WorkerCommand } from '@parley/sframe'

/** The page's end of the recorder in the frame worker. Disposing ends what it records, and its file is whole. */
export class RecorderLine implements Disposable {
  readonly #port: MessagePort

  /** `worker` is the one that lives; with it goes the recorder. */
  constructor(worker: Worker, hear: (report: RecorderReport) => void) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    port1.addEventListener('message', ({ data }: MessageEvent<RecorderReport>) => hear(data))
    port1.start()
    const command: WorkerCommand = { do: 'record', port: port2 }
    worker.postMessage(command, [port2])
  }

  send(command: RecorderCommand): void {
    this.#port.postMessage(command)
  }

  [Symbol.dispose](): void {
    this.send({ do: 'end' })
    this.#port.close()
  }
}
