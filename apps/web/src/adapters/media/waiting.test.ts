import { expect, test } from 'vitest'
import { Waiting } from './waiting.ts'

const OURS = { attributes: { note: 'ours' } }

/** Notes that say `ours` are of this call. */
function start() {
  const { promise: changed, resolve } = Promise.withResolvers<void>()
  const waiting = new Waiting(resolve)
  waiting.readBy(async ({ note }) => note === 'ours')
  waiting.seat(['oneself'])
  return { waiting, changed }
}

test('whoever shows a note of the call waits, and is told of once it is read', async () => {
  const { waiting, changed } = start()

  waiting.look([
    { identity: 'ada', ...OURS },
    { identity: 'ben', attributes: { note: 'made up' } },
    { identity: 'cleo', attributes: {} },
  ])
  await changed

  expect(['ada', 'ben', 'cleo'].filter((identity) => waiting.has(identity))).toEqual(['ada'])
})

test('whoever sat in the group does not wait, whatever they show (R39)', async () => {
  const { waiting, changed } = start()
  waiting.look([{ identity: 'ada', ...OURS }])
  await changed

  waiting.seat(['ada'])
  waiting.look([{ identity: 'ada', ...OURS }])

  expect(waiting.has('ada')).toBe(false)
})

test('whoever is gone, or shows another note, is read anew', async () => {
  const { waiting, changed } = start()
  waiting.look([{ identity: 'ada', ...OURS }])
  await changed

  waiting.look([{ identity: 'ada', attributes: { note: 'made up' } }])
  expect(waiting.has('ada')).toBe(false)

  waiting.look([])
  expect(waiting.has('ada')).toBe(false)
})

test('of more who wait than a room has, the first are let', async () => {
  const { waiting } = start()
  const crowd = Array.from({ length: 40 }, (_, at) => ({ identity: `device ${at}`, ...OURS }))

  waiting.look(crowd)
  await Promise.resolve()
  await Promise.resolve()

  const inTime = crowd.filter(({ identity }) => waiting.has(identity))
  expect(inTime).toEqual(crowd.slice(0, 24))
})

test('whoever is seated makes room for another who waits', async () => {
  const { waiting } = start()
  const all = Array.from({ length: 25 }, (_, at) => ({ identity: `device ${at}`, ...OURS }))
  const [last] = all.slice(-1)
  waiting.look(all.slice(0, 24))

  waiting.seat(all.slice(0, 24).map(({ identity }) => identity))
  waiting.look(all)
  await Promise.resolve()
  await Promise.resolve()

  expect(waiting.has(last?.identity ?? '')).toBe(true)
})
