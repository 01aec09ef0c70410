import { NO_PARTS, type Parts } from '@parley/call'
import type { Hash, SideId } from '@parley/protocol'
import { movesOf, type AgendaPart, type PartWord } from '@parley/seal'
import { expect, test } from 'vitest'
import { FACTS, PEOPLE, seat } from '../callSamples/people.ts'
import { NOT_LATELY, stepLately } from './lately.ts'
import { partsView, type PartsView } from './partsView.ts'

const PLAN = 'A'.repeat(43) as Hash
const AGENDA: readonly AgendaPart[] = [true, false, true].map((open, at) => {
  return { part: at + 1, title: `Item ${at + 1}`, minutes: 10, open }
})
const [own, other] = FACTS.sides.map(({ side }) => side) as [SideId, SideId]
const NOW_MS = 1_790_000_000_000

const says = (move: number, item: number | null, more: Partial<PartWord> = {}): PartWord => ({
  is: 'for',
  side: other,
  seat: seat(1),
  move,
  item,
  plan: PLAN,
  atMs: NOW_MS,
  isDoubted: false,
  ...more,
})
const ours = { side: own, seat: seat(0) }
const agreed = (move: number, item: number | null) => [says(move, item), says(move, item, ours)]

function viewOf(words: readonly PartWord[], more: Partial<Parts> = {}, nowMs = NOW_MS): PartsView {
  const ground = {
    sides: [own, other],
    plans: new Map([[PLAN, { version: 1, agenda: [...AGENDA] }]]),
  }
  const speaker = { side: own, seat: seat(0), maySpeak: true }
  const moves = movesOf(words, ground)
  const parts = { ...NO_PARTS, words, ground, plan: PLAN, speaker, moves, ...more }
  const seats = new Map(PEOPLE.map((person) => [person.seat, person]))
  return partsView(parts, { agenda: AGENDA, nowMs, seats, sides: FACTS.sides })
}

test('before the first part nothing is open, and the first comes next', () => {
  expect(viewOf([])).toMatchObject({ phase: 'not-begun', now: undefined, next: { item: 1 } })
})

test('a part lasts until its minutes are over, and after the last of them comes the end', () => {
  expect(viewOf(agreed(1, 3))).toMatchObject({
    phase: 'running',
    now: { title: 'Item 3', of: 3, open: true, untilMs: NOW_MS + 600_000 },
    next: { item: null, part: undefined },
  })
  expect(viewOf([...agreed(1, 3), ...agreed(2, null)])).toMatchObject({
    phase: 'over',
    now: undefined,
    next: undefined,
  })
})

test('each item says whether it would be open to go there (R79)', () => {
  const { items } = viewOf(agreed(1, 2))

  expect(items.map(({ leadsToOpen }) => leadsToOpen)).toEqual([false, false, true])
})

test('a proposal names who proposed it and which side is awaited, a desk by its side (R80)', () => {
  expect(viewOf([says(1, 1)]).proposals).toMatchObject([
    { by: { name: 'Zawadi Kiptalam', side: 'Kenya' }, awaited: ['Switzerland'], yours: 'agree' },
  ])
  expect(viewOf([says(1, 1, { seat: undefined })]).proposals).toMatchObject([
    { by: { name: undefined, side: 'Kenya' } },
  ])
  expect(viewOf([says(1, 1, ours)]).proposals).toMatchObject([
    { by: { isYou: true }, awaited: ['Kenya'], yours: 'take-back' },
  ])
})

test('who does not speak for a side is shown it, and can do nothing about it (R80)', () => {
  const speaker = { side: own, seat: seat(2), maySpeak: false }
  const view = viewOf([...agreed(1, 1), says(2, 2)], { speaker })

  expect(view.proposals).toMatchObject([{ yours: 'nothing' }])
  expect([view.mayMove, view.mayClose]).toEqual([false, false])
})

test('who said no to a proposal is shown, and who took it back, for as long as it is news (R80)', () => {
  const refused = (more: Partial<PartWord>) => says(1, 1, { ...more, is: 'refused' })

  expect(viewOf([says(1, 1, ours), refused({})]).refused).toMatchObject({
    by: { side: 'Kenya' },
    isTakenBack: false,
  })
  expect(viewOf([says(1, 1), refused({})]).refused).toMatchObject({ isTakenBack: true })
  expect(viewOf([says(1, 1), refused({})], {}, NOW_MS + 60_001).refused).toBe(undefined)
})

test('it is shown for 20 s, and not beside another proposal', () => {
  const view = viewOf([says(1, 1), says(1, 1, { is: 'refused' })])
  const [first, shown] = stepLately(NOT_LATELY, { view, nowMs: 0 })
  const [later, still] = stepLately(first, { view, nowMs: 19_999 })
  const [, gone] = stepLately(later, { view, nowMs: 20_000 })

  expect([shown.refused, still.refused, gone.refused]).toEqual([
    view.refused,
    view.refused,
    undefined,
  ])
  const beside = { ...view, proposals: viewOf([says(1, 1)]).proposals }
  expect(stepLately(NOT_LATELY, { view: beside, nowMs: 0 })[1].refused).toBe(undefined)
})

test('that the talks moved on elsewhere is told by name after 10 s, and nothing is open meanwhile (R81)', () => {
  const ahead = [{ seat: seat(1), known: { move: 2, item: 2, isOpen: false }, sinceMs: NOW_MS }]

  expect(viewOf(agreed(1, 1), { ahead })).toMatchObject({ movedOnBy: [], now: { open: false } })
  expect(viewOf(agreed(1, 1), { ahead }, NOW_MS + 10_000).movedOnBy).toEqual(['Zawadi Kiptalam'])
})
