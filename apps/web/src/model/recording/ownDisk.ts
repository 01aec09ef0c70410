import type { Clock } from '@parley/call'
import { signal } from '@preact/signals-core'
import { askToKeep, freeBytes } from '../../adapters/recording/space.ts'
import { RecordingProgress } from './recordingProgress.ts'
import type { Written } from './recordingRunner.ts'
import type { OwnRecording } from './recordingView.ts'

/** How often it is looked how much is free. */
const LOOK_EVERY_MS = 5000

/** What this browser has room for, while its seat may record. */
export class OwnDisk implements Disposable {
  readonly #clock: Clock
  readonly #isDue: () => boolean
  readonly #progress = new RecordingProgress()
  readonly #free = signal<number | undefined>(undefined)
  readonly #isKept = signal<boolean | undefined>(undefined)
  #timer: Disposable | undefined

  constructor(clock: Clock, isDue: () => boolean) {
    this.#clock = clock
    this.#isDue = isDue
    this.#look()
  }

  /** What is shown of it beside what was written. Reads signals. */
  of(written: Written): Pick<OwnRecording, 'freeBytes' | 'leftS' | 'recordedS' | 'isKept'> {
    const { recordedS, bytesPerS } = this.#progress.take(written)
    const bytes = this.#free.value
    const leftS = bytes === undefined || !bytesPerS ? undefined : bytes / bytesPerS
    return { freeBytes: bytes, leftS, recordedS, isKept: this.#isKept.value }
  }

  /** Has the browser asked to delete nothing by itself. */
  askToKeep(): void {
    askToKeep().then(
      (isKept) => (this.#isKept.value = isKept),
      () => undefined,
    )
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]()
  }

  #look(): void {
    if (this.#isDue())
      freeBytes().then(
        (bytes) => (this.#free.value = bytes),
        () => undefined,
      )
    this.#timer = this.#clock.after(LOOK_EVERY_MS, () => this.#look())
  }
}
