import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { SeatDraft, SeatProblem } from '../../../model/desk/seatDraft.ts'
import { SeatProblemWords } from './SeatProblemWords.tsx'

const draft: SeatDraft = {
  key: 0,
  line: 7,
  name: 'Urs',
  office: '',
  role: undefined,
  roleWord: 'Jester',
  languages: [],
  languageWord: 'Klingon',
}
/** One of each, with what its sentence names besides the line. */
const NAMED: Readonly<Record<SeatProblem, string>> = {
  'no-name': 'no name',
  'bad-name': '120 characters',
  'bad-office': '160 characters',
  'unknown-role': 'Jester',
  'unknown-language': 'Klingon',
  twice: 'Urs',
}

test.each(Object.entries(NAMED))('what is said of %s names the line and %s', (problem, named) => {
  const said = renderToStaticMarkup(
    <I18nProvider i18n={setupI18n({ locale: 'en', messages: { en: {} } })}>
      <SeatProblemWords draft={draft} problem={problem as SeatProblem} />
    </I18nProvider>,
  )

  expect(said).toContain('Line 7')
  expect(said).toContain(named)
})
