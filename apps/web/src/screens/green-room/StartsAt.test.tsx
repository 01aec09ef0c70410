import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StartsAt } from './StartsAt.tsx'

const TITLE = 'Talks'

const words = (isToday: boolean) =>
  renderToStaticMarkup(
    <I18nProvider i18n={setupI18n({ locale: 'en', locales: ['en-GB'], messages: { en: {} } })}>
      <StartsAt title={TITLE} startsAtMs={Date.UTC(2027, 2, 9, 12)} isToday={isToday} />
    </I18nProvider>,
  ).replaceAll(/<[^>]+>/g, '')

test('the start of a call has the zone of its hour, and its day where that is not today', () => {
  expect(words(true)).toMatch(/starts at \d\d:\d\d \w+/)
  expect(words(false)).toMatch(/starts on \w+,? (?:9|10) March at \d\d:\d\d \w+/)
})
