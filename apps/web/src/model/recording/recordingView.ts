import type { RecordingFailure } from './recordingState.ts'

/** A seat whose device may record the open parts, by the names of the agreed lists. */
export type RecordingSeat = { name: string; side: string; isYou: boolean }

/** This device, where its seat may record. */
export type OwnRecording = {
  is: 'off' | 'starting' | 'waiting' | 'recording'
  /** Why it ended by itself. */
  failure: RecordingFailure | undefined
  /** Bytes on the disk, and what is left of it, where the browser says so. */
  bytes: number
  freeBytes: number | undefined
  /** Seconds of this that are left room for, as fast as it grows now. */
  leftS: number | undefined
  /** What was recorded, in seconds. */
  recordedS: number
  /** The browser said that it keeps it until it is destroyed, and not only while it has room. */
  isKept: boolean | undefined
}

/** Who records of the call, and who may. */
export type RecordingView = {
  /** Everybody whose device may record, whether it does or not. */
  agreed: readonly RecordingSeat[]
  /** Sides whose devices record now, by their own signed words. */
  by: readonly string[]
  /** Sides whose devices did so until a moment ago. */
  ended: readonly string[]
  /** Whoever says that their device records, though that is not agreed, or not of this part. */
  notAgreed: readonly string[]
  own: OwnRecording | undefined
}
