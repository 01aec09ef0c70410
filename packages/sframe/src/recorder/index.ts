export { destroyOnDisk } from './diskWorker.ts'
export type {
  RecorderCommand,
  RecorderFailure,
  RecorderReport,
  TrackToRecord,
} from './recorderMessages.ts'
export { DiskFailure } from './recordingDisk.ts'
export { RECORDINGS_FOLDER } from './recordingsFolder.ts'
