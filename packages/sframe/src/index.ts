export type { Doubt } from './attestation.ts'
export type { Counts, ReceiveDrop, SendDrop } from './counts.ts'
export type { EpochCause, LeafSince } from './epochs.ts'
export type { Bounds } from './incomingTracks.ts'
export type {
  EngineCommand,
  FrameRoom,
  ReceivedCounts,
  RoomCommand,
  SentCounts,
  TransformId,
  TransformOptions,
  WorkerCommand,
  WorkerReport,
} from './messages.ts'
export { startFrameWorker } from './startFrameWorker.ts'
