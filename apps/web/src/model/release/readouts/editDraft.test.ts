import { Hash } from '@parley/protocol'
import { emptyWording, type DraftText } from '@parley/release'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { editDraft } from './editDraft.ts'
import type { ReadoutsEvent } from './readoutsEvent.ts'

const NAMES = { text: v.parse(Hash, 'A'.repeat(43)), approval: v.parse(Hash, `B${'A'.repeat(42)}`) }
const EMPTY: DraftText = {
  wording: emptyWording('en'),
  needsApproval: false,
  offered: null,
  resolved: [],
  clashes: [],
  sent: [],
  shared: [],
}

function after(...events: ReadoutsEvent[]): DraftText {
  return events.reduce((text, event) => editDraft(text, event, NAMES) ?? text, EMPTY)
}

test('a translation begins with nobody named, fitted to the words as they are now', () => {
  const [translation] = after({ type: 'translation-added', language: 'fr' }).wording.translations

  expect(translation).toMatchObject({ by: { name: '' }, checkedBy: null, of: NAMES.text })
})

test('a language has one translation, and the original none (R105)', () => {
  const text = after(
    { type: 'translation-added', language: 'fr' },
    { type: 'translation-added', language: 'fr' },
    { type: 'translation-added', language: 'en' },
  )

  expect(text.wording.translations.map(({ language }) => language)).toEqual(['fr'])
})

test('a translation that is changed is not checked any more (R105)', () => {
  const checked = {
    type: 'translation-checked',
    language: 'fr',
    by: { name: 'Odile', office: '' },
  } as const
  const text = after({ type: 'translation-added', language: 'fr' }, checked, {
    type: 'translation-title-written',
    language: 'fr',
    text: 'Entretien',
  })

  expect(text.wording.translations[0]?.checkedBy).toBeNull()
})

test('the language of the text is taken from its translations', () => {
  const text = after(
    { type: 'translation-added', language: 'fr' },
    { type: 'language-chosen', language: 'fr' },
  )

  expect(text.wording.language).toBe('fr')
  expect(text.wording.translations).toEqual([])
})

test('asking for approval names the text as it is, and taking the rule away asks for none (R102)', () => {
  expect(after({ type: 'approval-asked' }).offered).toBe(NAMES.approval)
  expect(
    after({ type: 'approval-asked' }, { type: 'approval-wanted', isWanted: false }).offered,
  ).toBeNull()
})

test('what is about something else leaves the draft alone', () => {
  expect(editDraft(EMPTY, { type: 'signed' }, NAMES)).toBeUndefined()
})
