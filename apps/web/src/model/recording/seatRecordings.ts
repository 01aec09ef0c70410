import type { CallId, SeatId } from '@parley/protocol'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import { recordingFolder, saveRecording } from '../../adapters/recording/recordingFolder.ts'
import { destroyDue, destroyOne, keptRecordings, type KeptRecording } from './keptRecordings.ts'

/** What the device of one seat recorded and has here. */
export class SeatRecordings {
  readonly #of: { call: CallId; seat: SeatId }
  readonly #all = signal<readonly KeptRecording[]>([])

  constructor(of: { call: CallId; seat: SeatId }) {
    this.#of = of
  }

  get all(): ReadonlySignal<readonly KeptRecording[]> {
    return this.#all
  }

  /** Destroys what is due, of whichever call, and lists what is left of this seat. */
  async look(): Promise<void> {
    await destroyDue(recordingFolder, { nowMs: Date.now() })
    this.#all.value = await keptRecordings(recordingFolder, this.#of)
  }

  save({ name, file }: KeptRecording): void {
    saveRecording(name, file)
  }

  async destroy(one: KeptRecording): Promise<void> {
    await destroyOne(recordingFolder, one)
    await this.look()
  }
}
