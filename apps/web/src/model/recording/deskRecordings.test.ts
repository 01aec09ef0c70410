import { CallId } from '@parley/protocol'
import {
  keepUntilOf,
  readRecordingHeader,
  newRecordingId,
  recordingHash,
  recordingName,
  signRecordingHeader,
  type RecordingHeader,
} from '@parley/release/recordings'
import { writeBeginning } from '@parley/release/recordings/write'
import { makeDeviceKeys, passKind, utf8, type EntryEvent } from '@parley/seal'
import { startServer } from '@parley/server'
import { manualClock, planCall } from '@parley/testkit'
import * as v from 'valibot'
import { expect, test, vi } from 'vitest'
import type { RecordingFolder } from '../../adapters/recording/recordingFolder.ts'
import { DeskRecordings } from './deskRecordings.ts'
import { newRecording } from './newRecording.ts'

const HOUR_MS = 60 * 60 * 1000

/** A call whose open parts are recorded at a seat of the first side, and what that seat recorded. */
async function recordedCall() {
  await using parts = new AsyncDisposableStack()
  const running = parts.use(await startServer())
  const clock = manualClock(Date.now())
  const planned = parts.use(
    await planCall(running, {
      seatsEach: 1,
      clock,
      recording: 'open-parts',
      seatAt: () => ({ records: true }),
    }),
  )
  const [desk] = planned.desks
  const plan = desk.documents.documents.plan?.payload
  const [place] = planned.seats
  if (!plan || !place) throw new Error('It is planned')
  const seat = await planned.sit(place.seat)
  const made = await vi.waitFor(async () => {
    const begun = await newRecording(seat, clock.nowMs())
    if (!begun) throw new Error('It has not read the plan yet')
    return begun
  })
  const file = fileOf(made.name, made.header)
  const { side } = desk.state.record
  const passes = () => desk.documents.signedBy(side, passKind(place.seat))
  await vi.waitFor(() => expect(passes()).toHaveLength(1))
  const stays = parts.move()
  return {
    desk,
    other: planned.desks[1],
    another: planned.seats[1]?.seat ?? place.seat,
    seat,
    file,
    keepUntil: keepUntilOf(plan) ?? 0,
    [Symbol.asyncDispose]: () => stays.disposeAsync(),
  }
}

function fileOf(name: string, header: string): File {
  return new File([writeBeginning(utf8(header))], name)
}

/** A recording whose header says something else, as that device signed it. */
async function alteredBy(
  { signingKey }: { signingKey: CryptoKey },
  header: RecordingHeader,
  says: Partial<RecordingHeader>,
): Promise<File> {
  const altered = { ...header, id: newRecordingId(), ...says }
  return fileOf(recordingName(altered), await signRecordingHeader(signingKey, altered))
}

function folderOf(files: readonly File[]) {
  let left = files
  const folder: RecordingFolder = {
    all: async () => left.map((file) => ({ name: file.name, file })),
    destroy: async (name) => void (left = left.filter((one) => one.name !== name)),
  }
  return { folder, names: () => left.map(({ name }) => name) }
}

test('a desk lists what a device recorded that its side gave that seat, and nothing else (R93)', async () => {
  await using recorded = await recordedCall()
  const { desk, other, another, seat, file } = recorded
  const header = await readRecordingHeader(file)
  const stranger = await makeDeviceKeys()
  const made = await alteredBy(stranger, header, { device: stranger.publicKey })
  const device = { signingKey: seat.record.deviceKey }
  const moved = await alteredBy(device, header, { seat: another })
  const unfit = await alteredBy(device, header, { pass: await recordingHash(file) })
  const { folder } = folderOf([file, made, moved, unfit])
  const noted: EntryEvent[] = []
  const parts = { folder, note: (...events: readonly EntryEvent[]) => void noted.push(...events) }

  using ours = new DeskRecordings({ desk, ...parts })
  using theirs = new DeskRecordings({ desk: other, ...parts })
  await Promise.all([ours.look(), theirs.look()])

  expect(ours.here.value.map(({ name }) => name)).toEqual([file.name])
  expect(theirs.here.value).toEqual([])
  expect(await ours.whyNot(file)).toBeUndefined()
  expect(await ours.whyNot(made)).toBe('not-our-recording')
  expect(await ours.whyNot(moved)).toBe('not-our-recording')
  expect(await ours.whyNot(unfit)).toBe('not-our-recording')
  expect(await ours.whyNot(new File(['noise'], 'noise'))).toBe('not-our-recording')
  expect(await theirs.whyNot(file)).toBe('not-our-recording')
  expect(noted).toEqual([])
})

test('on the day of the plan a desk destroys it, tells it and puts it into the record once, and opens no copy (R93)', async () => {
  await using recorded = await recordedCall()
  const { desk, other, seat: open, file, keepUntil } = recorded
  const header = await readRecordingHeader(file)
  const { seat } = header
  const device = { signingKey: open.record.deviceKey }
  const strange = [
    await alteredBy(device, header, { side: other.state.record.side }),
    await alteredBy(device, header, { call: v.parse(CallId, newRecordingId()) }),
  ]
  const clock = manualClock(keepUntil - HOUR_MS)
  const { documents, state, hands } = desk
  const { folder, names } = folderOf([file, ...strange])
  const noted: EntryEvent[] = []
  const note = (...events: readonly EntryEvent[]) => void noted.push(...events)
  using ours = new DeskRecordings({
    desk: { documents, state, hands: { ...hands, clock } },
    folder,
    note,
  })
  await ours.look()
  expect(noted).toEqual([])
  expect(await ours.whyNot(file)).toBeUndefined()

  clock.advance(HOUR_MS)
  const hash = await recordingHash(file)
  const told = { is: 'destroyed', at: keepUntil, kind: 'recording', hash }
  await vi.waitFor(() => expect(noted).toEqual([told]))
  await ours.look()

  expect(noted).toEqual([told])
  expect(names()).toEqual([])
  expect(ours.here.value).toEqual([])
  expect(ours.destroyed.value).toMatchObject([{ seat, hash }])
  expect(await ours.whyNot(file)).toBe('recording-past-its-day')
})
