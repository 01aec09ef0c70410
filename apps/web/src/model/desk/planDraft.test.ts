import { expect, test } from 'vitest'
import { newDraft, problemsOf, startOf } from './planDraft.ts'

const draft = newDraft(new Date('2027-03-08T12:00:00Z'), 'Africa/Nairobi')

test('a new plan starts tomorrow at ten, where its officer is', () => {
  expect(draft.start).toBe('2027-03-09T10:00')
  expect(startOf(draft)).toBe(Date.parse('2027-03-09T07:00:00Z'))
})

test('a start in the night when the clocks change is the one that is written', () => {
  const spring = { ...draft, start: '2027-03-28T03:30', timeZone: 'Europe/Zurich' }

  expect(startOf(spring)).toBe(Date.parse('2027-03-28T01:30:00Z'))
})

test('what is not filled in is named, and nothing else', () => {
  expect(problemsOf(draft)).toEqual(['sideName', 'otherName', 'title'])
  expect(problemsOf({ ...draft, sideName: 'A', otherName: 'B', title: 'C', agenda: [] })).toEqual([
    'agenda',
  ])
})
