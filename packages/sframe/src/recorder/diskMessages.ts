import type { Bytes } from '@parley/protocol'
import type { RecorderFailure } from './recorderMessages.ts'

/** What is asked of the worker that writes. Each is answered in order. */
export type DiskCommand =
  /** A file of that name, which must not be there. */
  | { do: 'open'; name: string }
  | { do: 'append'; bytes: Bytes }
  | { do: 'cut'; toBytes: number }
  | { do: 'close' }
  /** Writes over its first bytes, which have its key, and takes the file away. One that is not there is gone. */
  | { do: 'destroy'; name: string; firstBytes: number }

export type DiskAnswer = { is: 'done' } | { is: 'failed'; why: RecorderFailure }
