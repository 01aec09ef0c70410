import { agreeCall } from '@parley/testkit/agreedCall'
import { RoomLog } from '@parley/testkit/roomLog'
import { expect, test } from 'vitest'
import { authenticatorOf, rosterOf } from './room.ts'

test('above 32 members only every 16th commit brings the tree, and joiners replay the rest', async () => {
  const { terms, people } = await agreeCall({ seatsEach: 18 })
  const log = new RoomLog(terms)
  const [founder, ...others] = people
  if (!founder) throw new Error('Somebody founds')
  const first = await log.found(founder)
  let last = first

  for (const other of others) {
    // oxlint-disable-next-line no-await-in-loop -- a room fills one by one
    last = await log.join(other)
  }
  await log.catchUp(first)

  const withoutTree = log.entries.filter((entry) => entry.kind === 'commit' && !entry.tree)
  expect(withoutTree.length).toBe(people.length - 33)
  expect(rosterOf(last.room).length).toBe(people.length)
  expect(authenticatorOf(first.room)).toBe(authenticatorOf(last.room))
  expect(first.heard.every((heard) => heard.type === 'advanced' && heard.isJoinable)).toBe(true)
})
