import { expect, test } from 'vitest'
import {
  draftOf,
  newDraft,
  problemsOf,
  withItemsNamed,
  withLanguagesNamed,
  withOtherFlag,
  withOtherName,
  withSideName,
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
  expect(kenya).toEqual({ otherFlag: 'ke', otherZone: 'Africa/Nairobi' })
  expect(withOtherFlag(kenya, 'K')).toEqual({ otherFlag: 'K', otherZone: '' })
  expect(withOtherFlag(kenya, 'CH')).toEqual({ otherFlag: 'CH', otherZone: 'Europe/Zurich' })
  const chosen = { otherFlag: 'KE', otherZone: 'Europe/London' }
  expect(withOtherFlag(chosen, 'CH').otherZone).toBe('Europe/London')
})

test('the name of a side brings its flag and the zone, but not over what was chosen', () => {
  expect(withSideName(draft, 'Suisse')).toEqual({ sideName: 'Suisse', sideFlag: 'Suisse' })
  const kenya = { ...draft, ...withOtherName(draft, 'Kenya') }
  expect(kenya).toMatchObject({ otherFlag: 'Kenya', otherZone: 'Africa/Nairobi' })
  expect(withOtherName(kenya, 'Kenya Water')).toMatchObject({ otherFlag: '', otherZone: '' })
  const chosen = { ...kenya, otherName: 'Basin', otherFlag: 'Uganda' }
  expect(withOtherName(chosen, 'Kenya')).toMatchObject({ otherFlag: 'Uganda' })
})

test('languages are written by name and understood by name or code', () => {
  const codes = (languages: string) => wordingOf({ ...draft, languages }).languages
  expect(codes('English, français; Kiswahili')).toEqual(['en', 'fr', 'sw'])
  expect(codes('en fr, sr-Latn')).toEqual(['en', 'fr', 'sr-Latn'])
  const named = withLanguagesNamed({ ...draft, languages: 'en, fr, sr-Latn' }, 'fr')
  expect(named.languages).toBe('anglais, français, sr-Latn')
  expect(codes(named.languages)).toEqual(['en', 'fr', 'sr-Latn'])
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
  expect(problemsOf({ ...filled, languages: 'Klingonisch' })).toEqual(['languages'])
  expect(problemsOf({ ...filled, sideFlag: 'Atlantis' })).toEqual(['sideFlag'])
  expect(problemsOf({ ...filled, languages: 'en, f' })).toEqual(['languages'])
})

test('a plan that is written anew without a change says the same', () => {
  const wording = wordingOf({ ...draft, title: 'Upper Tana', ifLineDrops: 'We wait.' })
  const { start = 0, languages } = wording

  const again = wordingOf(draftOf({ ...wording, start, languages: [...languages] }))

  expect(again).toEqual(wording)
})

test('that an aide may open the microphone at once is kept, and the plan is silent where nobody chose it (R65)', () => {
  const { sides: _, ...plan } = { ...wordingOf(draft), start: noon, sides: [] }
  const chosen = { ...plan, modalities: { ...plan.modalities, aideOpens: 'at-once' as const } }

  expect(wordingOf(draft).modalities).not.toHaveProperty('aideOpens')
  const wording = { ...chosen, agenda: [], languages: ['en'] }
  expect(wordingOf(draftOf(wording)).modalities.aideOpens).toBe('at-once')
  expect(wordingOf({ ...draftOf(wording), aideOpens: undefined }).modalities).toEqual(
    wordingOf(draft).modalities,
  )
})
