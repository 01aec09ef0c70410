import type { CallId, Hash, SeatId, SideId } from '@parley/protocol'
import {
  readRecordingHeader,
  recordingBeginningBytes,
  recordingHash,
  type RecordingHeader,
} from '@parley/release/recordings'
import type { EntryEvent } from '@parley/seal'
import type { RecordingFolder } from '../../adapters/recording/recordingFolder.ts'

/** A recording in this browser, by its own signed header. */
export type KeptRecording = { name: string; header: RecordingHeader; file: File }

/** Those of that call, and of that seat where one is named, the oldest first. What has no header of its own is passed over. */
export async function keptRecordings(
  folder: Pick<RecordingFolder, 'all'>,
  of: { call: CallId; seat?: SeatId },
): Promise<readonly KeptRecording[]> {
  const read = await Promise.all((await folder.all()).map(readKept))
  return read
    .filter((one) => one?.header.call === of.call)
    .filter((one) => !of.seat || one?.header.seat === of.seat)
    .filter((one) => one !== undefined)
    .toSorted((a, b) => a.header.at - b.header.at)
}

/** What was destroyed because its day had come. `hash` is that of its header. */
export type Destroyed = {
  call: CallId
  side: SideId
  seat: SeatId
  hash: Hash
  recordedAtMs: number
  atMs: number
}

/**
 * Destroys each recording whose day has come, of whichever call, and gives what it destroyed. `dueAt` may say an
 * earlier day than the recording does. One that is being written stays, and one that cannot be taken away.
 */
export async function destroyDue(
  folder: RecordingFolder,
  {
    nowMs,
    dueAt = ({ keepUntil }) => keepUntil,
  }: { nowMs: number; dueAt?: (header: RecordingHeader) => number },
): Promise<readonly Destroyed[]> {
  const destroyed: Destroyed[] = []
  for (const { name, file } of await folder.all()) {
    // oxlint-disable-next-line no-await-in-loop -- one disk
    const header = await readRecordingHeader(file).catch(() => undefined)
    if (!header || Math.min(header.keepUntil, dueAt(header)) > nowMs) continue
    // oxlint-disable-next-line no-await-in-loop -- one disk
    const hash = await recordingHash(file)
    // oxlint-disable-next-line no-await-in-loop -- one disk
    if (!(await destroyOne(folder, { name, file }))) continue
    const { call, side, seat, at: recordedAtMs } = header
    destroyed.push({ call, side, seat, hash, recordedAtMs, atMs: nowMs })
  }
  return destroyed
}

/** Whether it is gone. */
export async function destroyOne(
  folder: Pick<RecordingFolder, 'destroy'>,
  { name, file }: { name: string; file: Blob },
): Promise<boolean> {
  const firstBytes = await recordingBeginningBytes(file)
  return folder.destroy(name, firstBytes).then(
    () => true,
    () => false,
  )
}

async function readKept({
  name,
  file,
}: {
  name: string
  file: File
}): Promise<KeptRecording | undefined> {
  const header = await readRecordingHeader(file).catch(() => undefined)
  return header && { name, header, file }
}

/** What the record of a call says of those that were a side's and of that call. */
export function saidOfDestroyed(
  destroyed: readonly Destroyed[],
  of: Pick<Destroyed, 'call' | 'side'>,
): EntryEvent[] {
  return destroyed
    .filter(({ call, side }) => call === of.call && side === of.side)
    .map(({ atMs, hash }) => ({ is: 'destroyed', at: atMs, kind: 'recording', hash }))
}
