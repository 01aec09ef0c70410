import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sentenceFor } from './failure.mjs'
import { root } from './paths.mjs'
import { orFullDisk, watchForFullDisk } from './room.mjs'

test('that a folder cannot be written is said only of the project', () => {
  const cache = join(root, '.cache')

  expect(sentenceFor(`EROFS: read-only file system, mkdir '${cache}'`)).toContain('read-only')
  expect(sentenceFor(`open ${cache}: permission denied`)).toContain('may not be written')
  expect(sentenceFor("EACCES: permission denied, mkdir '/root/.npm'")).toBeUndefined()
  expect(sentenceFor(`open ${root}-of-another: permission denied`)).toBeUndefined()
})

test('a tool cut short on a full disk is put down to the disk, and otherwise speaks for itself', () => {
  const cutShort = new Error('npm failed with null')

  expect(String(orFullDisk(cutShort, 0))).toContain('disk is full')
  expect(orFullDisk(cutShort, 2 ** 40)).toBe(cutShort)
})

test('a tool that goes on while nothing can be written is stopped', async () => {
  const watch = watchForFullDisk(() => 0)

  await expect.poll(() => watch.signal.aborted, { timeout: 10_000 }).toBe(true)

  watch.stop()
})
