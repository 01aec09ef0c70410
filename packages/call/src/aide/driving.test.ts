import { expect, test } from 'vitest'
import type { AnsweredOrder, DisplayWord, Order } from './aideWords.ts'
import { DRIVES_NOTHING, stepDriving, type Driving, type DrivingEvent } from './driving.ts'

const CAMERA_OFF: Order = { set: 'camera', isOn: false }

function word(n: number, answers: readonly AnsweredOrder[] = []): DisplayWord {
  return {
    word: 'display',
    page: 'page',
    n,
    layout: 'room',
    layouts: ['room', 'delegation'],
    channels: [],
    camera: 'on',
    microphone: 'closed',
    others: 1,
    answers,
  }
}

function after(...events: readonly DrivingEvent[]): Driving {
  return events.reduce((driving, event) => stepDriving(driving, event)[0], DRIVES_NOTHING)
}

const heard = (n: number, nowMs: number, answers?: readonly AnsweredOrder[]): DrivingEvent => ({
  type: 'display-heard',
  word: word(n, answers),
  nowMs,
})
const ordered: DrivingEvent = { type: 'ordered', id: 'o1', order: CAMERA_OFF, nowMs: 1000 }

test('an order names what the display said last (R63)', () => {
  const [driving, effects] = stepDriving(after(heard(7, 0)), ordered)

  expect(effects).toEqual([
    { do: 'say', word: { word: 'order', id: 'o1', upon: ['page', 7], order: CAMERA_OFF } },
  ])
  expect(driving.last?.is).toBe('sending')
})

test('an order is sent, and then is what the display says came of it (R63)', () => {
  const sent = after(heard(7, 0), ordered, { type: 'order-said', id: 'o1' })
  const [done] = stepDriving(sent, heard(8, 1200, [{ id: 'o1', with: 'done' }]))

  expect([sent.last?.is, done.last?.is]).toEqual(['sent', 'done'])
})

test('an answer that came before the order was known to be sent is not undone by that', () => {
  const answered = heard(8, 1100, [{ id: 'o1', with: 'done' }])
  const driving = after(heard(7, 0), ordered, answered, { type: 'order-said', id: 'o1' })

  expect(driving.last?.is).toBe('done')
})

test.each<[string, readonly DrivingEvent[]]>([
  ['none was heard', [ordered]],
  ['the line is lost', [heard(7, 0), ordered, { type: 'order-not-said', id: 'o1' }]],
  ['it leaves', [heard(7, 0), ordered, { type: 'display-left' }]],
  [
    'none answers for 8 s',
    [heard(7, 0), ordered, { type: 'order-said', id: 'o1' }, { type: 'ticked', nowMs: 9000 }],
  ],
])(
  'an order to a display that is not there is told to have come to nothing: %s (R63)',
  (_why, events) => {
    expect(after(...events).last?.is).toBe('not-there')
  },
)

test('what a display said before is not taken for what it is now, though it come later (R62)', () => {
  const driving = after(heard(8, 0), heard(7, 100))
  const reloaded = stepDriving(driving, {
    type: 'display-heard',
    word: { ...word(1), page: 'loaded anew' },
    nowMs: 200,
  })[0]

  expect([driving.display?.word.n, reloaded.display?.word.n]).toEqual([8, 1])
})

test('a display that says nothing for 13 s is not there (R62)', () => {
  const there = after(heard(7, 0), { type: 'ticked', nowMs: 12_900 })
  const gone = after(heard(7, 0), { type: 'ticked', nowMs: 13_000 })

  expect([there.display?.word.n, gone.display]).toEqual([7, undefined])
})
