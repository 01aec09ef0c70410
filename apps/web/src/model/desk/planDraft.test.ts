import { expect, test } from 'vitest'
import { draftOf, newDraft, problemsOf, wordingOf } from './planDraft.ts'

const draft = newDraft(new Date('2027-03-08T12:00:00Z'), 'Africa/Nairobi')

test('a new plan starts tomorrow at ten, where its officer is', () => {
  expect(draft.start).toBe('2027-03-09T10:00')
  expect(wordingOf(draft).start).toBe(Date.parse('2027-03-09T07:00:00Z'))
})

test('a start in the night when the clocks change is the one that is written', () => {
  const spring = { ...draft, start: '2027-03-28T03:30', timeZone: 'Europe/Zurich' }

  expect(wordingOf(spring).start).toBe(Date.parse('2027-03-28T01:30:00Z'))
})

test('what is not filled in is named, and nothing else', () => {
  expect(problemsOf(draft)).toEqual(['sideName', 'otherName', 'title'])
  const filled = { ...draft, sideName: 'A', otherName: 'B', title: 'C' }
  expect(problemsOf({ ...filled, agenda: [] })).toEqual(['agenda'])
  expect(problemsOf({ ...filled, languages: 'French' })).toEqual([])
  expect(problemsOf({ ...filled, languages: 'en, f' })).toEqual(['languages'])
})

test('a plan that is written anew without a change says the same', () => {
  const wording = wordingOf({ ...draft, title: 'Upper Tana', ifLineDrops: 'We wait.' })
  const { start = 0, languages } = wording

  const again = wordingOf(draftOf({ ...wording, start, languages: [...languages] }))

  expect(again).toEqual(wording)
})
