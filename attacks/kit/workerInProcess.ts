import type { Clock } from '@parley/call'
import type { TransformOptions, WorkerCommand, WorkerReport } from '@parley/sframe'
import { FrameRooms } from '@parley/sframe/rooms'
import { pumpIn, pumpOut } from '../../packages/sframe/src/worker/pump.ts'

/** A frame as a browser's encoder or its network gives it. */
export type Encoded = {
  data: ArrayBuffer
  type?: 'key' | 'delta'
  getMetadata(): { mimeType: string }
}

/** What a transform of the browser's is to its worker. */
export type Transform = {
  readable: ReadableStream<Encoded>
  writable: WritableStream<Encoded>
  sendKeyFrameRequest(): Promise<void>
}

/** The frame worker as the page has it, with its own pumps and engines, without a thread of its own: its clock is the test's. */
export class WorkerInProcess extends EventTarget {
  readonly #clock: Clock
  readonly #rooms: FrameRooms

  constructor(clock: Clock) {
    super()
    this.#clock = clock
    this.#rooms = new FrameRooms(clock, (report) => this.#tell(report))
  }

  postMessage(command: WorkerCommand): void {
    if (command.do === 'ask-key-frame' || command.do === 'record') return
    this.#rooms.handle(structuredClone(command))
  }

  terminate(): void {
    this.#rooms.handle({ room: 'plenary', do: 'end-room' })
  }

  /** As the browser hands the worker a transform. */
  transform(transform: Transform, options: TransformOptions): void {
    const pump = options.side === 'send' ? pumpOut : pumpIn
    const engine = options.room && this.#rooms.engineOf(options.room)
    if (!engine) throw new Error('It is of a room')
    const parts = { engine, clock: this.#clock, onGap: () => undefined }
    void pump(transform, options, parts).catch(() => undefined)
  }

  #tell(data: WorkerReport): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}
