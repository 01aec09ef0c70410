import type { WorkerClock } from './clock.ts'
import { FrameEngine } from './frameEngine.ts'
import type { FrameRoom, RoomCommand, WorkerReport } from './messages.ts'
import { MicrophoneGate } from './microphoneGate.ts'

/** The rooms of a page: each with an engine of its own, which shares nothing with another but the microphone's gate. */
export class FrameRooms {
  readonly #clock: WorkerClock
  readonly #report: (report: WorkerReport) => void
  readonly #gate = new MicrophoneGate()
  readonly #engines = new Map<FrameRoom, FrameEngine>()

  /** Begins with the plenary: what is counted of it once a second is also the worker's sign of life. */
  constructor(clock: WorkerClock, report: (report: WorkerReport) => void) {
    this.#clock = clock
    this.#report = report
    this.engineOf('plenary')
  }

  /** Carries a command out. */
  handle(command: RoomCommand): void {
    const { room } = command
    if (command.do !== 'end-room') return this.engineOf(room).handle(command)
    this.#engines.get(room)?.[Symbol.dispose]()
    this.#engines.delete(room)
    this.engineOf('plenary')
  }

  /** A room's engine, begun when it is first asked for. After a room has ended it is another. */
  engineOf(room: FrameRoom): FrameEngine {
    const known = this.#engines.get(room)
    if (known) return known
    const begun = new FrameEngine({
      clock: this.#clock,
      gate: this.#gate,
      report: (report) => this.#report({ ...report, room }),
    })
    this.#engines.set(room, begun)
    return begun
  }
}
