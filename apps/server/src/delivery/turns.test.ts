import { LIMITS } from '@parley/protocol'
import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

const room = 'a room'

function asking(turns: Turns, socket: string) {
  const state = { socket, has: false }
  turns.ask({ room, socket }).then(
    () => (state.has = true),
    () => undefined,
  )
  return state
}

test('turns come in the order of asking', async () => {
  const turns = new Turns(manualClock())
  const row = ['a', 'b', 'c'].map((socket) => asking(turns, socket))

  turns.end({ room, socket: 'a' })

  await expect.poll(() => row.map(({ has }) => has)).toEqual([true, true, false])
  expect(turns.has({ room, socket: 'b' })).toBe(true)
})

test('a silent joiner loses its turn in time', async () => {
  const clock = manualClock()
  const turns = new Turns(clock)
  const [, next] = ['silent', 'next'].map((socket) => asking(turns, socket))

  clock.advance(LIMITS.turnMs)

  await expect.poll(() => next?.has).toBe(true)
  expect(turns.has({ room, socket: 'silent' })).toBe(false)
})

test('whoever gives up its wait is told so, and keeps nobody waiting', async () => {
  const turns = new Turns(manualClock())
  asking(turns, 'a')
  const waiting = turns.ask({ room, socket: 'b' })
  const last = asking(turns, 'c')

  turns.drop('b')
  turns.drop('a')

  await expect(waiting).rejects.toMatchObject({ code: 'not-permitted' })
  await expect.poll(() => last.has).toBe(true)
})

test('rooms do not wait for one another', async () => {
  const turns = new Turns(manualClock())
  asking(turns, 'a')

  await expect(turns.ask({ room: 'another room', socket: 'a' })).resolves.toBe(undefined)
})
