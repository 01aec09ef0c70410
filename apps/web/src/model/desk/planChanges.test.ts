import type { SideId } from '@parley/protocol'
import type { AgendaPart, ProposedPlan } from '@parley/seal'
import { expect, test } from 'vitest'
import { planChanges } from './planChanges.ts'

const item = (part: number, title: string, minutes = 10): AgendaPart => ({
  part,
  title,
  minutes,
  open: false,
})
const plan: ProposedPlan = {
  title: 'Upper Tana',
  start: Date.parse('2027-03-09T09:00:00Z'),
  timeZone: 'Europe/Zurich',
  languages: ['fr', 'sw'],
  agenda: [item(1, 'Opening'), item(2, 'Water'), item(3, 'Close')],
  modalities: { recording: 'never', ifLineDrops: '', peopleInRoom: '' },
  sides: [{ side: 'abc' as SideId, name: 'Kenya', flag: 'KE', seal: null }],
}

function itemsOf(agenda: readonly AgendaPart[]) {
  return planChanges(plan, { ...plan, agenda: [...agenda] }).map((change) =>
    change.of === 'item' ? [change.before?.title, change.after?.title] : change.of,
  )
}

test('the same wording differs in nothing', () => {
  expect(planChanges(plan, structuredClone(plan))).toEqual([])
})

test('every part of the wording is compared, the name of a side too', () => {
  const after: ProposedPlan = {
    ...plan,
    title: 'Lower Tana',
    timeZone: 'Africa/Nairobi',
    languages: ['sw', 'fr'],
    modalities: {
      recording: 'open-parts',
      ifLineDrops: 'We wait.',
      peopleInRoom: 'Nobody.',
      aideOpens: 'at-once',
    },
    sides: plan.sides.map((side) => ({ ...side, name: 'Republic of Kenya' })),
  }

  expect(planChanges(plan, after).map(({ of }) => of)).toEqual([
    'side',
    'title',
    'start',
    'languages',
    'recording',
    'keepDays',
    'ifLineDrops',
    'peopleInRoom',
    'aideOpens',
  ])
})

test('an item that is put in or taken out is the only change, though the others have new numbers', () => {
  expect(
    itemsOf([item(1, 'Opening'), item(2, 'Power'), item(3, 'Water'), item(4, 'Close')]),
  ).toEqual([[undefined, 'Power']])
  expect(itemsOf([item(1, 'Water'), item(2, 'Close')])).toEqual([['Opening', undefined]])
})

test('an item that is worded anew, or gets other minutes, is shown as it was and as it is', () => {
  expect(itemsOf([item(1, 'Opening'), item(2, 'Power'), item(3, 'Close')])).toEqual([
    ['Water', 'Power'],
  ])
  expect(itemsOf([item(1, 'Opening'), item(2, 'Water', 90), item(3, 'Close')])).toEqual([
    ['Water', 'Water'],
  ])
})

test('items that changed places are shown', () => {
  expect(itemsOf([item(1, 'Opening'), item(2, 'Close'), item(3, 'Water')])).toEqual([
    ['Close', 'Close'],
    ['Water', 'Water'],
  ])
})
