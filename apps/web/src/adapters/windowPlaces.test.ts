import { expect, test } from 'vitest'
import type { PlaceName } from '../model/places.ts'
import { windowPlaces } from './windowPlaces.ts'

/** A place that no other test has. */
function newPlace(): PlaceName {
  return `desk ${crypto.randomUUID()}`
}

const notLost = () => expect.unreachable('Nobody asked for it')

test('one window has a place at a time, and the next one once it is given back', async () => {
  const name = newPlace()
  const first = await windowPlaces.take(name, notLost)

  const second = await windowPlaces.take(name, notLost)
  await first?.[Symbol.asyncDispose]()
  const third = await windowPlaces.take(name, notLost)

  expect([first, second, third].map(Boolean)).toEqual([true, false, true])
  await third?.[Symbol.asyncDispose]()
})

test('whoever takes over has it only once the other has let go', async () => {
  const name = newPlace()
  const order: string[] = []
  await windowPlaces.take(name, async () => {
    order.push('asked')
    await Promise.resolve()
    order.push('let go')
  })

  await using place = await windowPlaces.takeOver(name, notLost)
  order.push('taken')

  expect(order).toEqual(['asked', 'let go', 'taken'])
  expect(await windowPlaces.take(name, notLost)).toBeUndefined()
  expect(place).toBeDefined()
})

test('a window that hangs loses its place, and is told once it goes on', async () => {
  const name = newPlace()
  const lost: string[] = []
  const hung = Promise.withResolvers<void>()
  await windowPlaces.take(name, () => {
    lost.push('told')
    return hung.promise
  })

  await using place = await windowPlaces.takeOver(name, notLost)

  expect(place).toBeDefined()
  await expect.poll(() => lost).toContain('told')
  hung.resolve()
})

test('a place that is given back while another window asks for it is not lost twice', async () => {
  const name = newPlace()
  let times = 0
  const first = await windowPlaces.take(name, async () => {
    times++
    await first?.[Symbol.asyncDispose]()
  })

  await using next = await windowPlaces.takeOver(name, notLost)

  expect(next).toBeDefined()
  expect(times).toBe(1)
})
