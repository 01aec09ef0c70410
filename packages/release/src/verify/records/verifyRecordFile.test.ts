import { utf8 } from '@parley/seal'
import type { Bytes } from '@parley/protocol'
import { beforeAll, expect, test } from 'vitest'
import { writeRecordExport } from '../../record/recordExport.ts'
import { exportRecord, recordCall, type RecordedCall } from '../../testing/recordedCall.ts'
import { verifyFiles } from '../verifyFiles.ts'

let held: RecordedCall
let record: Bytes

beforeAll(async () => {
  held = await recordCall()
  record = utf8(writeRecordExport(await exportRecord(held)))
})

test('a record that every side signed is proven among other files, with the seals and how much it has', async () => {
  const [verdict] = await verifyFiles([record])

  expect(verdict).toMatchObject({
    is: 'proven',
    of: 'record',
    signers: [{ name: 'Switzerland' }, { name: 'Kenya' }],
    entries: held.entries.length,
    unproven: ['whose-seal', 'truth', 'times', 'left-out'],
  })
})

test('a record that one side did not sign is told, with the side', async () => {
  const alone = utf8(writeRecordExport(await exportRecord(held, { signedBy: 1 })))

  expect(await verifyFiles([alone])).toEqual([
    { is: 'not-proven', because: 'missing-signature', where: { item: 'record', side: 'Kenya' } },
  ])
})

test('a byte of a record that is another one is found and named, wherever it is (R117)', async () => {
  const places = Array.from({ length: 400 }, (_, at) => Math.floor((record.length / 400) * at))
  const proven: number[] = []
  for (const at of places) {
    const flipped = new Uint8Array(record.with(at, (record[at] ?? 0) ^ 1))
    // oxlint-disable-next-line no-await-in-loop -- hundreds at once would wait for each other
    const [verdict] = await verifyFiles([flipped])
    if (verdict?.is === 'proven') proven.push(at)
  }

  expect(proven).toEqual([])
})
