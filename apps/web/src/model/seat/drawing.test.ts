import { goIn, heartbeat, other, reach, startRunner } from '@parley/testkit/startedRunner'
import { expect, test } from 'vitest'
import { Drawing } from './drawing.ts'

function start() {
  const parts = startRunner()
  const { clock, runner } = parts
  const drawn: string[] = []
  const drawing = new Drawing({ clock, runner, draw: (call) => drawn.push(call.joining.phase) })
  let isShown = false
  const setOut = (begin: () => void) => {
    drawn.length = 0
    void drawing.goIn(begin).then(() => (isShown = true))
  }
  const tellHeartbeat = () =>
    parts.room.tell({
      type: 'word',
      heard: { from: other, lists: 'same', lacks: [], word: heartbeat },
    })
  const pass = async (ms: number) => {
    await Promise.resolve()
    clock.advance(ms)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { ...parts, drawing, drawn, setOut, tellHeartbeat, pass, isShown: () => isShown }
}

test('on the way in nothing is drawn until the others are heard; what is heard begins before the call is shown', async () => {
  const { drawn, isShown, pass, setOut, tellHeartbeat, ...parts } = start()

  setOut(() => goIn(parts))
  await pass(40)
  const before = [...drawn]
  tellHeartbeat()
  await pass(0)
  const heard = { drawn: [...drawn], isShown: isShown() }
  await pass(10)

  expect(before).toEqual([])
  expect(heard).toEqual({ drawn: ['in-call'], isShown: false })
  expect(isShown()).toBe(true)
})

test('on a slow line the call is shown all the same, and says that one is on the way in', async () => {
  const { clock, drawn, isShown, pass, runner, setOut } = start()

  setOut(() => runner.send({ type: 'join-pressed', atMs: clock.nowMs() }))
  await pass(399)
  const before = [...drawn]
  await pass(1)
  await pass(10)

  expect(before).toEqual([])
  expect(drawn).toContain('joining')
  expect(isShown()).toBe(true)
})

test('what a new epoch changes is drawn once, after what is said because of it', async () => {
  const { drawing, drawn, pass, room, setOut, tellHeartbeat, ...parts } = start()
  setOut(() => goIn({ room, ...parts }))
  tellHeartbeat()
  await pass(0)
  await pass(100)
  drawn.length = 0

  reach(room, 2)
  tellHeartbeat()
  const atOnce = [...drawn]
  await pass(25)
  const later = [...drawn]
  drawing[Symbol.dispose]()

  expect(atOnce).toEqual([])
  expect(later).toEqual(['in-call'])
})
