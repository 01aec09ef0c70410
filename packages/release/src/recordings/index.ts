export { keepDaysOf, keepUntilOf, recordersOf } from './agreed.ts'
export {
  makeRecordingKey,
  newRecordingId,
  RECORDING_ENDS,
  RecordingHeader,
  recordingName,
  signRecordingHeader,
  verifyRecordingHeader,
} from './header.ts'
export type { RecordedFrame, RecordedTrack } from './recorded.ts'
export {
  readRecording,
  readRecordingHeader,
  recordingBeginningBytes,
  recordingHash,
  type RecordedSpan,
  type Recording,
} from './readRecording.ts'
