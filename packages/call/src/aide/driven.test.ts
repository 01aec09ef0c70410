import { SideId } from '@parley/protocol'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { DisplayState, Order } from './aideWords.ts'
import { newDriven, stepDriven, type Driven, type DrivenEffect } from './driven.ts'

const french = { side: v.parse(SideId, 'A'.repeat(11)), language: 'fr' }
const DISPLAY: DisplayState = {
  layout: 'room',
  layouts: ['room', 'delegation'],
  channels: [french],
  camera: 'on',
  microphone: 'closed',
  others: 1,
}
const OPEN: Order = { set: 'microphone', to: 'open' }
const SECOND = 1000

/** A display in the hands of a test, which says how it is as it changes and every few seconds. */
class Room {
  driven: Driven = newDriven('page')
  display = DISPLAY
  nowMs = 0
  isAideThere = true
  mayOpen = false
  effects: DrivenEffect[] = []
  #ids = 0

  constructor() {
    this.look()
  }

  get answer() {
    return this.driven.answers.at(-1)?.with
  }

  get done(): readonly string[] {
    return this.effects.map((effect) => effect.do).filter((what) => what !== 'say')
  }

  look(changed: Partial<DisplayState> = {}): void {
    this.display = { ...this.display, ...changed }
    const { display, nowMs, isAideThere } = this
    this.#take(stepDriven(this.driven, { type: 'looked', display, nowMs, isAideThere }))
  }

  wait(ms: number): void {
    for (let left = ms; left > 0; left -= SECOND) {
      this.nowMs += Math.min(left, SECOND)
      this.look()
    }
  }

  order(
    order: Order,
    { id = `o${this.#ids++}`, upon = this.upon(), isAide = true }: Partial<Given> = {},
  ): string {
    const { display, nowMs, mayOpen } = this
    const heard = { id, upon, order }
    const event = { type: 'order-heard', heard, isAide, mayOpen, display, nowMs } as const
    this.#take(stepDriven(this.driven, event))
    return id
  }

  press(type: 'allowed' | 'not-allowed', id = this.driven.asking?.id ?? ''): void {
    const { display, nowMs } = this
    this.#take(stepDriven(this.driven, { type, id, display, nowMs }))
  }

  upon(): readonly [string, number] {
    return ['page', this.driven.n]
  }

  #take([driven, effects]: ReturnType<typeof stepDriven>): void {
    this.driven = driven
    this.effects.push(...effects)
  }
}

type Given = { id: string; upon: readonly [string, number]; isAide: boolean }

test('a display says how it is when it changed, every four seconds, and to nobody when no console is there (R62)', () => {
  const room = new Room()
  const said = () => room.effects.filter((effect) => effect.do === 'say').length

  expect(said()).toBe(1)
  room.look()
  expect(said()).toBe(1)
  room.look({ camera: 'off' })
  expect(said()).toBe(2)
  room.wait(4 * SECOND)
  expect(said()).toBe(3)
  room.isAideThere = false
  room.wait(60 * SECOND)
  expect(said()).toBe(3)
})

test('layout, language and camera are set as ordered, and what is so already is not done again (R63)', () => {
  const room = new Room()
  room.order({ set: 'layout', to: 'delegation' })
  room.order({ set: 'layout', to: 'room' })
  room.order({ set: 'language', to: french })
  room.order({ set: 'camera', isOn: true })
  room.order({ set: 'camera', isOn: false })
  room.order({ set: 'language' })

  expect(room.effects.filter((effect) => effect.do !== 'say')).toEqual([
    { do: 'choose-layout', to: 'delegation' },
    { do: 'choose-channel', to: french },
    { do: 'switch-camera' },
    { do: 'choose-channel', to: undefined },
  ])
})

test('a layout and a language that the display does not offer are not set', () => {
  const room = new Room()
  room.order({ set: 'layout', to: 'booth' })
  room.order({ set: 'language', to: { ...french, language: 'sw' } })

  expect(room.done).toEqual([])
})

test('the microphone closes as ordered, at once and without a question (R64)', () => {
  const room = new Room()
  room.look({ microphone: 'open' })
  room.order({ set: 'microphone', to: 'closed' })

  expect(room.done).toEqual(['close-microphone'])
})

test('an order to open asks whoever sits there, and a press opens (R64)', () => {
  const room = new Room()
  room.order(OPEN)
  expect([room.answer, room.done]).toEqual(['asked', []])
  room.wait(2 * SECOND)
  room.press('allowed')

  expect([room.answer, room.done]).toEqual(['done', ['open-microphone']])
})

test('a press that was under way when the question came answers nothing', () => {
  const room = new Room()
  room.order(OPEN)
  room.nowMs += 300
  room.press('allowed')

  expect([room.answer, room.done]).toEqual(['asked', []])
})

test('who says no is not asked again for ten seconds', () => {
  const room = new Room()
  room.order(OPEN)
  room.wait(SECOND)
  room.press('not-allowed')
  expect(room.answer).toBe('not-now')
  room.order(OPEN)
  expect([room.answer, room.driven.asking]).toEqual(['not-now', undefined])
  room.wait(10 * SECOND)
  room.order(OPEN)

  expect(room.answer).toBe('asked')
})

test.each<[string, (room: Room) => void, string]>([
  ['nobody answers for 30 s', (room) => room.wait(30 * SECOND), 'no-answer'],
  [
    'the aide takes it back',
    (room) => void room.order({ set: 'microphone', to: 'as-it-is' }),
    'taken-back',
  ],
  [
    'the console goes, or is withdrawn',
    (room) => {
      room.isAideThere = false
      room.look()
    },
    'taken-back',
  ],
  ['one speaks privately', (room) => room.look({ microphone: 'private' }), 'private'],
  ['the line is lost', (room) => room.look({ microphone: 'unavailable' }), 'unavailable'],
  ['it is opened by hand', (room) => room.look({ microphone: 'open' }), 'done'],
])('a question is over when %s, and a late press opens nothing (R64)', (_when, how, answer) => {
  const room = new Room()
  const id = room.order(OPEN)
  room.wait(SECOND)
  how(room)
  room.press('allowed', id)

  expect(room.driven.answers.find((one) => one.id === id)?.with).toBe(answer)
  expect(room.done).toEqual([])
})

test('where every side signed that an aide may, an order opens at once (R65)', () => {
  const room = new Room()
  room.mayOpen = true
  room.order(OPEN)

  expect([room.answer, room.done, room.driven.asking]).toEqual([
    'done',
    ['open-microphone'],
    undefined,
  ])
})

test.each<[string, (room: Room) => void]>([
  ['again', (room) => void ['o', 'o'].map((id) => room.order(OPEN, { id }))],
  ['to the page before a reload', (room) => void room.order(OPEN, { upon: ['before', 1] })],
  ['upon what was never said', (room) => void room.order(OPEN, { upon: ['page', 99] })],
  [
    'upon what was said too long ago',
    (room) => {
      const upon = room.upon()
      room.wait(11 * SECOND)
      room.order(OPEN, { upon })
    },
  ],
  [
    'before the microphone was last closed by hand',
    (room) => {
      const upon = room.upon()
      room.look({ microphone: 'open' })
      room.look({ microphone: 'closed' })
      room.order(OPEN, { upon })
    },
  ],
  [
    'by a leaf that is not the console’s, or is held',
    (room) => void room.order(OPEN, { isAide: false }),
  ],
  [
    'while one speaks privately',
    (room) => {
      room.look({ microphone: 'private' })
      room.order(OPEN)
    },
  ],
  [
    'while one is not quite in the call',
    (room) => {
      room.look({ microphone: 'unavailable' })
      room.order(OPEN)
    },
  ],
  [
    'by a console that was withdrawn since',
    (room) => {
      const upon = room.upon()
      room.isAideThere = false
      room.look()
      room.order(OPEN, { upon })
    },
  ],
])('an order that comes %s opens no microphone, rule or none (R64, R65)', (when, how) => {
  const room = new Room()
  room.mayOpen = true
  how(room)

  expect(room.done).toEqual(when === 'again' ? ['open-microphone'] : [])
})

test('in whatever order things come, the microphone opens by a press on the question that stands, or by the rule (R64, R65)', () => {
  const likely = fc.constantFrom(true, true, true, false)
  const anything = fc.oneof(
    fc.record({
      do: fc.constant('order' as const),
      to: fc.constantFrom('open' as const, 'closed' as const, 'as-it-is' as const),
      back: fc.nat(4),
      isAide: likely,
      isOfThisPage: likely,
      id: fc.nat(12),
    }),
    fc.record({ do: fc.constant('press' as const), isYes: likely, id: fc.nat(12) }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(500, 1000, 12_000, 31_000) }),
    fc.record({
      do: fc.constant('look' as const),
      microphone: fc.constantFrom('closed', 'closed', 'closed', 'open', 'private', 'unavailable'),
      isAideThere: likely,
    }),
    fc.record({ do: fc.constant('sign' as const), mayOpen: fc.boolean() }),
  )
  let opened = 0
  fc.assert(
    fc.property(fc.array(anything, { minLength: 20, maxLength: 60 }), (happened) => {
      const room = new Room()
      for (const one of happened) {
        const before = room.done.length
        const { asking } = room.driven
        const { microphone } = room.display
        if (one.do === 'order') {
          const [page, n] = room.upon()
          const upon = [one.isOfThisPage ? page : 'other', n - one.back] as const
          const order = { set: 'microphone', to: one.to } as const
          room.order(order, { id: `o${one.id}`, upon, isAide: one.isAide })
        }
        if (one.do === 'press') room.press(one.isYes ? 'allowed' : 'not-allowed', `o${one.id}`)
        if (one.do === 'wait') room.wait(one.ms)
        if (one.do === 'look') {
          room.isAideThere = one.isAideThere
          room.look({ microphone: one.microphone })
        }
        if (one.do === 'sign') room.mayOpen = one.mayOpen
        if (!room.done.slice(before).includes('open-microphone')) continue
        opened++
        const isByPress = one.do === 'press' && one.isYes && asking?.id === `o${one.id}`
        const isByRule =
          one.do === 'order' && one.isAide && one.isOfThisPage && room.mayOpen && one.to === 'open'
        expect([isByPress || isByRule, microphone]).toEqual([true, 'closed'])
      }
    }),
    { numRuns: 2000 },
  )
  expect(opened).toBeGreaterThan(100)
})
