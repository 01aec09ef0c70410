import type { OpenRoom } from '@parley/client'
import { FakeRoom, manualClock } from '@parley/testkit'
import { inCall, run, seated, you } from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import { LettersRunner } from './lettersRunner.ts'

/** Two in the call, or alone. */
function start(call = inCall) {
  const clock = manualClock()
  const room = new FakeRoom()
  const letters = new LettersRunner({ room, runner: { call } } as unknown as OpenRoom, clock)
  const texts = () => room.said.map((word) => (word.word === 'typing' ? word.text : word.word))
  return { clock, room, letters, texts }
}

test('off by default, nothing that is typed is said (R59)', () => {
  const { letters, texts } = start()

  letters.type('Good')

  expect(letters.now.value.isOn).toBe(false)
  expect(texts()).toEqual([])
})

test('once it is on, what stands in the field is said, and what follows when it is due (R59)', async () => {
  const { clock, letters, texts } = start()

  letters.type('G')
  letters.switchTo(true)
  await settled()
  letters.type('Go')
  letters.type('Goo')
  const early = texts()
  clock.advance(400)

  expect([early, texts()]).toEqual([['G'], ['G', 'Goo']])
})

test('the message has the id that its line was shown under, and the next line another (R59)', async () => {
  const { clock, room, letters } = start()

  letters.switchTo(true)
  letters.type('Good')
  await settled()
  const id = letters.sent()
  clock.advance(1000)
  letters.type('B')

  const ids = room.said.map((word) => (word.word === 'typing' ? word.id : ''))
  expect(ids[0]).toBe(id)
  expect(new Set(ids).size).toBe(2)
})

test('alone no letter is said (R23)', () => {
  const [alone] = run(inCall, seated(1000, you))
  const { letters, texts } = start(alone)

  letters.switchTo(true)
  letters.type('Good')

  expect(texts()).toEqual([])
})

/** Whatever was begun has had its turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
