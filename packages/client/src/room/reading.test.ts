import { expect, test } from 'vitest'
import { Reading } from './reading.ts'

/** As the server sends them, before it answers and after. */
async function read(before: readonly number[], after: readonly number[]): Promise<number[]> {
  const { reading, given } = start()
  const answered = Promise.withResolvers<void>()
  const asking = reading.from(50, () => answered.promise)
  for (const number of before) reading.hear({ number })
  answered.resolve()
  await asking
  for (const number of after) reading.hear({ number })
  return given
}

function start() {
  const given: number[] = []
  return { reading: new Reading(({ number }) => given.push(number)), given }
}

test('what was under way when one reads from further back hides nothing that comes again (R17)', async () => {
  expect(await read([53, 51, 52, 53], [54])).toEqual([51, 52, 53, 54])
})

test('an entry that comes twice is given once', async () => {
  expect(await read([51, 51], [51, 52, 52])).toEqual([51, 52])
})

test('a log in which old words are gone is read whole, in order, whatever was under way', async () => {
  expect(await read([90, 60, 61, 90], [91])).toEqual([60, 61, 90, 91])
})

test('a server that leaves numbers out is read on once it has answered', async () => {
  expect(await read([51], [60, 70])).toEqual([51, 60, 70])
})

test('what is next does not wait for the answer', () => {
  const { reading, given } = start()
  void reading.from(50, () => new Promise(() => undefined))

  reading.hear({ number: 51 })

  expect(given).toEqual([51])
})

test('of an answer that does not come nothing is given that left numbers out: it comes again', async () => {
  const { reading, given } = start()
  const lost = reading.from(50, () => Promise.reject(new Error('The line is lost')))
  reading.hear({ number: 60 })
  await expect(lost).rejects.toThrow('The line is lost')
  const again = reading.from(50, async () => undefined)
  reading.hear({ number: 55 })
  reading.hear({ number: 60 })
  await again

  expect(given).toEqual([55, 60])
})

test('nothing is given before one asks', () => {
  const { reading, given } = start()
  reading.hear({ number: 1 })

  expect(given).toEqual([])
})
