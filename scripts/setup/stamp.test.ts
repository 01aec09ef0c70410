import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unlessDone } from './stamp.mjs'

test('set-up is done again only for a new digest or a lost outcome', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stamp-'))
  const outcome = join(folder, 'outcome')
  let times = 0
  const run = (digest: string) =>
    unlessDone({
      stamp: join(folder, 'stamps/one'),
      digest,
      outcome,
      work: async () => {
        times += 1
        writeFileSync(outcome, '')
      },
    })

  await run('a')
  await run('a')
  expect(times).toBe(1)

  await run('b')
  expect(times).toBe(2)

  rmSync(outcome)
  await run('b')
  expect(times).toBe(3)
})

test('set-up that failed is done again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stamp-'))
  const task = { stamp: join(folder, 'stamp'), digest: 'a', outcome: folder }

  await expect(
    unlessDone({ ...task, work: () => Promise.reject(new Error('no')) }),
  ).rejects.toThrow('no')

  let done = false
  await unlessDone({ ...task, work: async () => (done = true) })
  expect(done).toBe(true)
})
