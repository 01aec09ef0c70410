import { agreeCall } from '@parley/testkit/agreedCall'
import { RoomLog } from '@parley/testkit/roomLog'
import { expect, test } from 'vitest'
import { baseKeyOf, authenticatorOf, isAlone, rosterOf, epochOf } from './room.ts'

test('three people found and join a room, and share its keys', async () => {
  const { terms, people } = await agreeCall({ seatsEach: 2 })
  const log = new RoomLog(terms)
  const [a, b, c] = people
  if (!a || !b || !c) throw new Error('There are four')

  const first = await log.found(a)
  expect(isAlone(first.room)).toBe(true)
  const second = await log.join(b)
  const third = await log.join(c)
  await log.catchUp(first)
  await log.catchUp(second)

  const all = [first, second, third]
  expect(all.map(({ room }) => epochOf(room))).toEqual([2, 2, 2])
  expect(new Set(all.map(({ room }) => authenticatorOf(room))).size).toBe(1)
  const keys = await Promise.all(all.map(({ room }) => baseKeyOf(room)))
  expect(new Set(keys.map((key) => key.toHex())).size).toBe(1)
  expect(rosterOf(first.room).map(({ seat }) => seat)).toEqual([a.seat, b.seat, c.seat])
})
