import { expect, test } from 'vitest'
import { Reading } from './reading.ts'

/** As the server sends them, before it answers and after. */
async function read(before: readonly number[], after: readonly number[]): Promise<number[]> {
  const reading = new Reading()
  const answered = Promise.withResolvers<void>()
  const asking = reading.from(50, () => answered.promise)
  const taken = before.filter((number) => reading.takes(number))
  answered.resolve()
  await asking
  return [...taken, ...after.filter((number) => reading.takes(number))]
}

test('what was under way when one reads from further back hides nothing that comes again (R17)', async () => {
  expect(await read([53, 51, 52, 53], [54])).toEqual([51, 52, 53, 54])
})

test('an entry that comes twice is taken once', async () => {
  expect(await read([51, 51], [51, 52, 52])).toEqual([51, 52])
})

test('a server that leaves numbers out is read on once it has answered', async () => {
  expect(await read([51], [60, 70])).toEqual([51, 60, 70])
})

test('nothing is taken before one asks', () => {
  expect(new Reading().takes(1)).toBe(false)
})
