import { inCall, other, runInBooth, seatOf, ally } from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'

const speaker = seatOf(other)
const slower = (id: string, atMs: number): CallEvent => ({
  type: 'request-pressed',
  id,
  what: 'slower',
  of: speaker,
  atMs,
})
const heard = (id: string, atMs: number): CallEvent => ({
  type: 'request-heard',
  id,
  what: 'slower',
  from: speaker,
  atMs,
})

test('the same is asked once in five seconds, and another thing at once (R48)', () => {
  const [call, effects] = runInBooth(inCall, slower('a', 0), slower('b', 4999), slower('c', 5000), {
    type: 'request-pressed',
    id: 'd',
    what: 'repeat-number',
    of: speaker,
    atMs: 5001,
  })

  expect(call.requests.map(({ id }) => id)).toEqual(['a', 'c', 'd'])
  expect(effects.map((effect) => 'id' in effect && effect.id)).toEqual(['a', 'c', 'd'])
})

test('a request is seen by the word of whoever was asked, and of nobody else (R48)', () => {
  const [said] = runInBooth(inCall, slower('a', 0), { type: 'request-said', id: 'a' })
  const [byAnother] = runInBooth(said, { type: 'request-seen-heard', by: seatOf(ally), id: 'a' })
  const [seen] = runInBooth(byAnother, { type: 'request-seen-heard', by: speaker, id: 'a' })

  expect([said, byAnother, seen].map(({ requests }) => requests[0]?.is)).toEqual([
    'said',
    'said',
    'seen',
  ])
})

test('one that could not be said is told to have not been', () => {
  const [call] = runInBooth(inCall, slower('a', 0), { type: 'request-not-said', id: 'a' })

  expect(call.requests[0]?.is).toBe('not-said')
})

test('of one person the same is taken once in five seconds (R48)', () => {
  const [call] = runInBooth(
    inCall,
    heard('a', 0),
    heard('a', 9000),
    heard('b', 2000),
    heard('c', 5000),
  )

  expect(call.asked.map(({ id }) => id)).toEqual(['a', 'c'])
})

test('that it stands on a screen is said of what was asked, and of nothing else (R48)', () => {
  const shown = (id: string): CallEvent => ({ type: 'request-shown', id, from: speaker })
  const [, effects] = runInBooth(inCall, heard('a', 0), shown('a'), shown('b'))

  expect(effects).toEqual([{ do: 'say', word: { word: 'request-seen', id: 'a', from: speaker } }])
})
