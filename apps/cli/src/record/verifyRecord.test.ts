import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { writeRecordExport } from '@parley/release'
import { exportRecord, recordCall } from '@parley/release/testing'
import { afterAll, expect, test } from 'vitest'

const folder = await mkdtemp(join(tmpdir(), 'record-'))
afterAll(() => rm(folder, { recursive: true }))

const held = await recordCall()

async function verify(content: string | Uint8Array): Promise<{ code: number; said: string }> {
  const file = join(folder, 'record.json')
  await writeFile(file, content)
  return run('verify', 'record', file)
}

async function run(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const main = join(import.meta.dirname, '../main.ts')
  const child = spawn(process.execPath, [main, ...args])
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ])
  return { code, said: out + err }
}

test('a record that every side signed passes, with who was there and what it does not prove (R88)', async () => {
  const { code, said } = await verify(writeRecordExport(await exportRecord(held)))

  expect(code).toBe(0)
  expect(said).toContain(`is a record as it was signed: ${held.entries.length} entries, from`)
  expect(said).toMatch(/^Signed: {7}Switzerland, by the seal \d{5}( \d{5}){5}$/m)
  expect(said).toMatch(/^Signed: {7}Kenya/m)
  expect(said).toMatch(/^ {2}Person 0, Switzerland: \d\d:\d\d:\d\d to \d\d:\d\d:\d\d \(left\)$/m)
  expect(said).toMatch(/^ {2}part 1, Opening, open: from/m)
  expect(said).toMatch(/^Proven: .+\.$/m)
  expect(said).toMatch(/^Not proven: .+\.$/m)
})

test('a signature that is missing and a refusal are said, and do not pass', async () => {
  const missing = await verify(writeRecordExport(await exportRecord(held, { signedBy: 1 })))
  const refused = await verify(
    writeRecordExport(await exportRecord(held, { signedBy: 1, refusedBy: 1 })),
  )

  expect([missing.code, refused.code]).toEqual([1, 1])
  expect(missing.said).toMatch(/^NOT SIGNED: {3}Kenya/m)
  expect(refused.said).toMatch(/^REFUSED: {6}Kenya.+which says: Our note-taker is missing\.$/m)
})

test('what is altered is named', async () => {
  const written = writeRecordExport(await exportRecord(held))
  const fifth = (await exportRecord(held)).file.entries[4] ?? ''
  const flipped = fifth.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))

  const entry = await verify(written.replace(fifth, flipped))
  const cut = await verify(written.slice(0, written.length / 2))
  const spaced = await verify(written.replace('"parley": 1', '"parley":  1'))

  expect([entry.code, cut.code, spaced.code]).toEqual([1, 1, 1])
  expect(entry.said).toContain('is NOT a record as it was signed: entry 5 is not signed by the key')
  expect(cut.said).toContain('it cannot be read')
  expect(spaced.said).toContain('line 2 is not written as a record is')
})

test('a file that is not there, and a question that is none, end with 2', async () => {
  const none = await run('verify', 'record', join(folder, 'none.json'))
  const hashed = await run('verify', 'record', 'a', '--hash', '1')
  const unnamed = await run('verify', 'record')

  expect([none.code, hashed.code, unnamed.code]).toEqual([2, 2, 2])
  expect(none.said).toMatch(/none\.json cannot be read \(ENOENT\)\.\n$/)
  expect(unnamed.said).toContain('verify record FILE')
})
