import { expect, test } from 'vitest'
import {
  draftOf,
  newDraft,
  problemsOf,
  withItemsNamed,
  withOtherFlag,
  wordingOf,
} from './planDraft.ts'

const noon = Date.parse('2027-03-08T12:20:00Z')
const bare = newDraft({ now: noon, timeZone: 'Africa/Nairobi', language: 'sw-KE' })
const draft = withItemsNamed(bare, ['Opening', 'Talks'])

test('a new plan starts tomorrow at the next full hour, where its officer is', () => {
  expect(draft.start).toBe('2027-03-09T16:00')
  expect(wordingOf(draft).start).toBe(Date.parse('2027-03-09T13:00:00Z'))
  const inIndia = newDraft({ now: noon, timeZone: 'Asia/Kolkata', language: 'hi' })
  expect(inIndia.start).toBe('2027-03-09T18:00')
  const late = Date.parse('2027-03-08T23:20:00Z')
  expect(newDraft({ now: late, timeZone: 'UTC', language: 'en' }).start).toBe('2027-03-10T00:00')
})

test('a new plan is in the language of the browser, and its items are named by the screen', () => {
  expect(wordingOf(draft).languages).toEqual(['sw'])
  expect(problemsOf(bare)).toContain('agenda')
  expect(draft.agenda.map(({ title }) => title)).toEqual(['Opening', 'Talks'])
  expect(withItemsNamed(draft, ['Other', 'Names'])).toEqual(draft)
})

test('a flag brings the zone of its country, but not over one that was chosen', () => {
  const kenya = withOtherFlag(draft, 'ke')
  expect(kenya).toEqual({ otherFlag: 'KE', otherZone: 'Africa/Nairobi' })
  expect(withOtherFlag(kenya, 'K')).toEqual({ otherFlag: 'K', otherZone: '' })
  expect(withOtherFlag(kenya, 'CH')).toEqual({ otherFlag: 'CH', otherZone: 'Europe/Zurich' })
  const chosen = { otherFlag: 'KE', otherZone: 'Europe/London' }
  expect(withOtherFlag(chosen, 'CH').otherZone).toBe('Europe/London')
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
