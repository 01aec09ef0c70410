import { signEntry, utf8, type SignedEntry } from '@parley/seal'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { exportRecord, recordCall, type RecordedCall } from '../testing/recordedCall.ts'
import { writeRecordExport, type RecordExport } from './recordExport.ts'
import { makeRecordFile, recordBytes } from './recordFile.ts'
import { verifyRecord, type RecordVerdict } from './verifyRecord.ts'

let held: RecordedCall
let whole: Omit<RecordExport, 'parley' | 'item'>
beforeAll(async () => {
  held = await recordCall()
  whole = await exportRecord(held)
})

const verify = (exported: typeof whole) => verifyRecord(utf8(writeRecordExport(exported)))
const withEntries = (entries: RecordExport['file']['entries']) => ({
  ...whole,
  file: { ...whole.file, entries },
})
const said = (verdict: RecordVerdict) =>
  verdict.is === 'proven' ? verdict.sides.map(({ name, is }) => [name, is]) : verdict.fault

test('a record that every side signed is proven, with who said what (R88)', async () => {
  const verdict = await verify(whole)

  expect(said(verdict)).toEqual([
    ['Switzerland', 'signed'],
    ['Kenya', 'signed'],
  ])
  expect(verdict).toMatchObject({ is: 'proven', gaps: [] })
})

test('a missing signature and a refusal with its reason are in the verdict (R87)', async () => {
  const alone = await exportRecord(held, { signedBy: 1 })
  const refused = await exportRecord(held, { signedBy: 1, refusedBy: 1 })
  const unsigned = await exportRecord(held, { signedBy: 0 })

  expect(said(await verify(alone))).toEqual([
    ['Switzerland', 'signed'],
    ['Kenya', 'missing'],
  ])
  expect(await verify(refused)).toMatchObject({
    sides: [{ is: 'signed' }, { is: 'refused', reason: 'Our note-taker is missing.' }],
  })
  expect(said(await verify(unsigned))).toEqual([
    ['Switzerland', 'missing'],
    ['Kenya', 'missing'],
  ])
})

test('in whatever order entries came, the file is the same to the byte (R85)', () => {
  const bytes = (entries: readonly SignedEntry[]) =>
    Buffer.from(recordBytes(makeRecordFile({ ...held, entries }))).toString()
  const expected = bytes(held.entries)

  fc.assert(
    fc.property(
      fc.shuffledSubarray([...held.entries], { minLength: held.entries.length }),
      (order) => {
        expect(bytes(order)).toBe(expected)
        expect(bytes([...order, ...order.slice(0, 3)])).toBe(expected)
      },
    ),
  )
})

test('an entry that is dropped is found, whichever it is (R88)', async () => {
  const { entries } = whole.file
  const verdicts = await Promise.all(
    entries.map((_, at) => verify(withEntries(entries.filter((_one, place) => place !== at)))),
  )

  expect(verdicts.map(({ is }) => is)).toEqual(entries.map(() => 'not-proven'))
})

test('without the signatures of the sides, too, a dropped entry that another names leaves a gap (R86)', async () => {
  const { entries } = whole.file
  for (const [at] of entries.entries()) {
    const left = entries.filter((_one, place) => place !== at)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const verdict = await verify({ ...withEntries(left), versions: [] })
    const dropped = held.entries.find(({ jws }) => jws === entries[at])
    const isNamed = held.entries.some(
      ({ entry }) => entry.previous === dropped?.hash || entry.heard === dropped?.hash,
    )
    const isFound = verdict.is === 'not-proven' || verdict.gaps.length > 0
    expect(isFound).toBe(isNamed)
  }
})

test('two entries that changed places, and one that is there twice, are named', async () => {
  const { entries } = whole.file
  const [first = entries[0], second = entries[0], ...rest] = entries
  if (!first || !second) throw new Error('There are many')

  expect(said(await verify(withEntries([second, first, ...rest])))).toEqual({
    because: 'entry',
    number: 1,
    why: 'out-of-order',
  })
  expect(said(await verify(withEntries([first, first, second, ...rest])))).toEqual({
    because: 'entry',
    number: 2,
    why: 'twice',
  })
})

test('an entry that somebody outside made up, and one that a device made up afterwards, are named', async () => {
  const { entries } = whole.file
  const outsider = await (await recordCall()).sit(0, 90)
  const [own] = held.entries
  const late = await held.sit(3, 90)

  expect(said(await verify(withEntries([...entries, outsider.first.jws])))).toEqual({
    because: 'entry',
    number: entries.length + 1,
    why: 'other-call',
  })
  const { key } = outsider.writer
  const stolen = await signEntry(key.signingKey, {
    ...(own as SignedEntry).entry,
    by: key.publicKey,
    at: late.first.entry.at,
  })
  expect(said(await verify(withEntries([...entries, stolen.jws])))).toMatchObject({
    why: 'no-signer',
  })
  expect(said(await verify(withEntries([...entries, late.first.jws])))).toEqual({
    because: 'other-file',
  })
})

test('one byte that is flipped anywhere is found, and named (R88)', async () => {
  const bytes = utf8(writeRecordExport(whole))

  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
      const flipped = new Uint8Array(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
      const verdict = await verifyRecord(flipped)
      expect(verdict.is).toBe('not-proven')
    }),
    { numRuns: 400 },
  )
})

test('where an entry, a paper or a signature was altered, that one is named', async () => {
  const text = writeRecordExport(whole)
  const altered = async (jws: string | undefined) => {
    const [head = '', body = '', signature = ''] = (jws ?? '').split('.')
    const other = `${head}.${body.slice(0, 40)}${body[40] === 'A' ? 'B' : 'A'}${body.slice(41)}`
    return said(await verifyRecord(utf8(text.replace(jws ?? '', `${other}.${signature}`))))
  }

  expect(await altered(whole.file.entries[4])).toMatchObject({ because: 'entry', number: 5 })
  expect(await altered(whole.file.papers.plans[0]?.[1])).toEqual({ because: 'plan', number: 1 })
  expect(await altered(whole.file.papers.delegations[1]?.[0]?.[1])).toEqual({
    because: 'delegation',
    side: held.sides[1]?.side,
    number: 1,
  })
  expect(await altered(whole.file.papers.withdrawals[0])).toEqual({
    because: 'withdrawal',
    number: 1,
  })
  expect(await altered(whole.versions[0]?.[1])).toEqual({
    because: 'seal',
    version: 1,
    number: 2,
    why: 'signature',
  })
})

test('what is no record at all is none, and nothing breaks over it', async () => {
  const start = [...utf8('{"parley":1,"item":"record"')]
  const anyBytes = fc.oneof(
    fc.uint8Array(),
    fc.string().map((text) => utf8(text)),
    fc.json().map((text) => utf8(text)),
    fc.string().map((text) => new Uint8Array([...start, ...utf8(text)])),
  )
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      expect(await verifyRecord(new Uint8Array(bytes))).toMatchObject({ is: 'not-proven' })
    }),
  )
})
