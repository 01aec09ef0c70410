import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { refuseTakenPort } from '../run/port.mjs'
import { sentenceFor } from './failure.mjs'
import { orFullDisk } from './room.mjs'

test('a full disk and a read-only folder each get a sentence, from system calls and from tools', () => {
  expect(sentenceFor('Error: ENOSPC: write')).toContain('disk is full')
  expect(sentenceFor('go: writing x: no space left on device')).toContain('disk is full')
  expect(sentenceFor("EROFS: read-only file system, mkdir '/x'")).toContain('read-only')
  expect(sentenceFor('something else')).toBeUndefined()
})

test('a taken port is named together with a way out', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  await expect(refuseTakenPort(port)).rejects.toThrow(`Port ${port} is taken`)

  other.close()
  await once(other, 'close')
  await expect(refuseTakenPort(port)).resolves.toBeUndefined()
})

test('a tool cut short on a full disk is put down to the disk, and otherwise speaks for itself', () => {
  const cutShort = new Error('npm failed with null')

  expect(String(orFullDisk(cutShort, 0))).toContain('disk is full')
  expect(orFullDisk(cutShort, 2 ** 40)).toBe(cutShort)
})
