import type { Bytes } from '@parley/protocol'
import type { RecorderFailure } from './recorderMessages.ts'

/** One file that is written. What was asked is done in order; each rejects with a `DiskFailure`. */
export interface RecordingDisk {
  /** At the end. Takes the bytes over: whoever gave them has none left. Resolves when they lie on the disk. */
  append(bytes: Bytes): Promise<void>
  /** Takes away what lies beyond, having written over it. */
  cut(toBytes: number): Promise<void>
  /** Lets go of it. */
  close(): Promise<void>
}

/** Why nothing more can be written. */
export class DiskFailure extends Error {
  override readonly name = 'DiskFailure'
  readonly why: RecorderFailure

  constructor(why: RecorderFailure, options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}
