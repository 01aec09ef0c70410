import { CallId, Hash, SeatId, SideId } from '@parley/protocol'
import {
  makeRecordingKey,
  newRecordingId,
  recordingHash,
  recordingName,
  signRecordingHeader,
} from '@parley/release/recordings'
import { writeBeginning } from '@parley/release/recordings/write'
import { makeDeviceKeys, makeSeal, toText, utf8 } from '@parley/seal'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { RecordingFolder } from '../../adapters/recording/recordingFolder.ts'
import { destroyDue, keptRecordings, saidOfDestroyed } from './keptRecordings.ts'

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))
const NOW = 1_790_000_000_000
const call = v.parse(CallId, random(16))
const side = v.parse(SideId, random(8))
const [seat, other] = [v.parse(SeatId, random(8)), v.parse(SeatId, random(8))]
const [desk, device] = await Promise.all([makeSeal(), makeDeviceKeys()])

async function recording(said: { call?: CallId; seat?: SeatId; keepUntil?: number; at?: number }) {
  const { sealed } = await makeRecordingKey(desk.agreement)
  const header = {
    call,
    id: newRecordingId(),
    side,
    seat,
    device: device.publicKey,
    pass: v.parse(Hash, random(32)),
    agreement: desk.agreement,
    key: sealed,
    keepUntil: NOW + 1000,
    at: NOW - 1000,
    ...said,
  }
  const beginning = writeBeginning(utf8(await signRecordingHeader(device.signingKey, header)))
  const name = recordingName(header)
  return { name, beginning, file: new File([beginning], name) }
}

/** A folder in memory, in which some files are being written. */
function folderOf(
  files: readonly { name: string; file: File }[],
  { inUse = [] as readonly string[] } = {},
) {
  let left = files
  const destroyed: { name: string; firstBytes: number }[] = []
  const folder: RecordingFolder = {
    all: async () => left,
    async destroy(name, firstBytes) {
      if (inUse.includes(name)) throw new DOMException('in use', 'NoModificationAllowedError')
      destroyed.push({ name, firstBytes })
      left = left.filter((one) => one.name !== name)
    },
  }
  return { folder, destroyed }
}

test('of a call its own recordings are given, and of a seat its own, the oldest first', async () => {
  const [late, early, elsewhere, anothers] = await Promise.all([
    recording({ at: NOW - 1 }),
    recording({ at: NOW - 5 }),
    recording({ call: v.parse(CallId, random(16)) }),
    recording({ seat: other, at: NOW - 9 }),
  ])
  const noise = new File(['noise'], 'noise.parley-recording')
  const { folder } = folderOf([late, early, elsewhere, anothers, { name: noise.name, file: noise }])

  const ofSeat = await keptRecordings(folder, { call, seat })
  const ofCall = await keptRecordings(folder, { call })
  expect(ofSeat.map(({ name }) => name)).toEqual([early.name, late.name])
  expect(ofCall.map(({ name }) => name)).toEqual([anothers.name, early.name, late.name])
})

test('on its day a recording is destroyed, its key first, and that is told; one that is being written stays (R93)', async () => {
  const [due, held, later] = await Promise.all([
    recording({ keepUntil: NOW }),
    recording({ keepUntil: NOW - 1 }),
    recording({ keepUntil: NOW + 1 }),
  ])
  const { folder, destroyed } = folderOf([due, held, later], { inUse: [held.name] })

  const told = await destroyDue(folder, { nowMs: NOW })

  expect(destroyed).toEqual([{ name: due.name, firstBytes: due.beginning.length }])
  const hash = await recordingHash(due.file)
  const times = { recordedAtMs: NOW - 1000, atMs: NOW }
  expect(told).toEqual([{ call, side, seat, hash, ...times }])
  const said = { is: 'destroyed', at: NOW, kind: 'recording', hash }
  expect(saidOfDestroyed(told, { call, side })).toEqual([said])
  expect(saidOfDestroyed(told, { call, side: v.parse(SideId, random(8)) })).toEqual([])
  expect((await folder.all()).map(({ name }) => name)).toEqual([held.name, later.name])
})

test('a plan that was changed can bring the day forward, and never puts it off (R93)', async () => {
  const [early, late] = await Promise.all([
    recording({ keepUntil: NOW - 1 }),
    recording({ keepUntil: NOW + 1000 }),
  ])
  const { folder, destroyed } = folderOf([early, late])

  await destroyDue(folder, { nowMs: NOW, dueAt: () => NOW + 5000 })
  expect(destroyed.map(({ name }) => name)).toEqual([early.name])
  await destroyDue(folder, { nowMs: NOW, dueAt: () => NOW })
  expect(destroyed.map(({ name }) => name)).toEqual([early.name, late.name])
})
