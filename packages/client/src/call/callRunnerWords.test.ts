import { stepInBooth } from '@parley/call'
import type { FakeRoom } from '@parley/testkit'
import { far, hold, other, seat, startTogether } from '@parley/testkit/startedRunner'
import { expect, test } from 'vitest'

const hear = (room: FakeRoom, word: Parameters<FakeRoom['say']>[0]) =>
  room.tell({ type: 'word', heard: { from: other, lists: undefined, lacks: [], word } })

test('what was written while the line was lost is said once it is back, and once only', async () => {
  const { room, runner } = startTogether()
  room.isLineLost = true
  runner.send({ type: 'message-written', id: 'a', from: seat, text: 'One moment', atMs: 1 })

  room.isLineLost = false
  room.tell({ type: 'socket-back' })
  await expect.poll(() => runner.call.messages[0]?.state).toBe('sent')

  expect(room.said.filter(({ word }) => word === 'text')).toHaveLength(1)
})

test('asked while the line is lost or beside a leaf that is held, the room was not asked (R22)', async () => {
  const { room, runner } = startTogether()
  room.isLineLost = true
  runner.send({ type: 'wait-pressed', atMs: 1 })
  await expect.poll(() => runner.call.waiting.own).toBe(undefined)
  room.isLineLost = false
  hold(room)
  runner.send({ type: 'wait-pressed', atMs: 2 })
  await expect.poll(() => runner.call.waiting.own).toBe(undefined)

  expect(room.said.map(({ word }) => word)).not.toContain('wait')
})

test('what an interpreter asks of whoever sits here is shown, and said to be seen once it stands on the screen (R48)', async () => {
  const { room, runner } = startTogether()
  const slower = { word: 'request', id: 'r1', what: 'slower' } as const

  hear(room, { ...slower, of: far, id: 'r2' })
  hear(room, { ...slower, of: seat })
  runner.send({ type: 'request-shown', id: 'r1', from: far })

  expect(runner.call.asked.map(({ id, from }) => [id, from])).toEqual([['r1', far]])
  await expect.poll(() => room.said).toContainEqual({ word: 'request-seen', id: 'r1', from: far })
})

test('a request is on its way, said, and seen by the word of whoever was asked (R48)', async () => {
  const { room, runner } = startTogether()
  runner.sitInBooth(stepInBooth)

  runner.send({ type: 'request-pressed', id: 'r1', what: 'slower', of: far, atMs: 0 })
  await expect.poll(() => runner.call.requests[0]?.is).toBe('said')
  hear(room, { word: 'request-seen', id: 'r1', from: seat })

  expect(room.said).toContainEqual({ word: 'request', id: 'r1', what: 'slower', of: far })
  expect(runner.call.requests[0]?.is).toBe('seen')
})

test('while somebody is here who is held nothing is asked, and that is told', async () => {
  const { room, runner } = startTogether()
  runner.sitInBooth(stepInBooth)
  hold(room)

  runner.send({ type: 'request-pressed', id: 'r1', what: 'slower', of: far, atMs: 0 })

  await expect.poll(() => runner.call.requests[0]?.is).toBe('not-said')
  expect(room.said.map(({ word }) => word)).not.toContain('request')
})

test('what is written to one seat is shown at that seat alone (R49)', () => {
  const { room, runner } = startTogether()
  const text = { word: 'text', text: 'Your turn?', atMs: 1 } as const

  hear(room, { ...text, id: 'm1', to: far })
  hear(room, { ...text, id: 'm2', to: seat })

  expect(runner.call.messages.map(({ id, to }) => [id, to])).toEqual([['m2', seat]])
})
