import { setTimeout } from 'node:timers/promises'
import { SealedHashes } from './sealedHashes.ts'
import { expect, test } from 'vitest'

/** A hash of three bytes takes less. */
const hashed = (): Promise<void> => setTimeout(50)

test('a frame whose hash is still being made is taken with the next, and none after it before', async () => {
  const sealed = new SealedHashes()
  const frame = new Uint8Array([1, 2, 3])

  sealed.add(7, frame)
  const atOnce = sealed.take()
  await hashed()
  sealed.add(8, frame)
  const then = sealed.take()
  await hashed()

  expect(atOnce).toBeUndefined()
  expect([then?.from, then?.hashes.length]).toEqual([7, 8])
  expect(sealed.take()?.from).toBe(8)
})

test('of many frames at once as many are taken as a word has room for, and the rest after', async () => {
  const sealed = new SealedHashes()
  for (let ctr = 0; ctr < 600; ctr++) sealed.add(ctr, new Uint8Array([1]))
  await hashed()

  const [first, second] = [sealed.take(), sealed.take()]

  expect([first?.from, first?.hashes.length]).toEqual([0, 512 * 8])
  expect([second?.from, second?.hashes.length]).toEqual([512, 88 * 8])
})
