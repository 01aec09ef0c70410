import { expect, test } from 'vitest'
import type { CallMessage, You } from './callFacts.ts'
import { messageRows } from './callMessages.ts'
import { FACTS, SIDES, seat } from './callSamples/people.ts'

const by = { seat: seat(5), name: 'Odile Rochat' }
const translation = { by, language: 'fr', text: 'Annexe 2', atMs: 2 } as const
const french = { ...translation, isChanged: false, state: 'received' } as const
const german = { ...french, language: 'de', text: 'Anhang 2' }
const message: CallMessage = {
  id: 'a',
  from: { seat: seat(1), name: 'Zawadi Kiptalam', side: SIDES[1]!.side },
  text: 'Kiambatisho 2',
  language: 'sw',
  atMs: 1,
  state: 'received',
  translations: [german, french],
}

function read(
  languages: readonly string[],
  change: Partial<CallMessage> = {},
  you: Partial<You> = {},
) {
  const reader = { ...FACTS.you, languages, ...you }
  const [row] = messageRows([{ ...message, ...change }], { sides: SIDES, you: reader })
  if (!row) throw new Error('There is one')
  return row
}
const languagesOf = (row: ReturnType<typeof read>) => [
  row.first?.language,
  row.translations.map(({ language }) => language),
]

test('whoever does not have its language reads the translation into their own first (R58)', () => {
  expect(languagesOf(read(['fr', 'en']))).toEqual(['fr', ['de']])
  expect(languagesOf(read(['en', 'de', 'fr']))).toEqual(['de', ['fr']])
})

test('whoever has its language reads the message first, and so does who has none of any (R58)', () => {
  expect(languagesOf(read(['fr', 'sw']))).toEqual([undefined, ['de', 'fr']])
  expect(languagesOf(read(['en']))).toEqual([undefined, ['de', 'fr']])
})

test('its language is said where it is none of the reader’s (R58)', () => {
  expect(read(['en']).isForeign).toBe(true)
  expect(read(['en', 'sw']).isForeign).toBe(false)
  expect(read(['en'], { language: undefined }).isForeign).toBe(false)
})

test('only who may translate it is offered to, into what they may (R58)', () => {
  expect(read(['fr', 'en'], {}, { role: 'interpreter' }).into).toEqual(['fr', 'en'])
  expect(read(['en', 'sw', 'fr']).into).toEqual(['en', 'fr'])
  expect(read(['en', 'fr']).into).toEqual([])
})

test('a translation that took the place of another says when, and whose it is (R58)', () => {
  const row = read(['fr'], { translations: [{ ...french, isChanged: true }] })

  expect(row.first).toMatchObject({ changedAtMs: 2, name: 'Odile Rochat', isYou: false })
  expect(read(['fr']).first?.changedAtMs).toBeUndefined()
})
