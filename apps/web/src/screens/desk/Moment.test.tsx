import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Moment } from './Moment.tsx'

const words = (at: string, zones: readonly string[]) =>
  renderToStaticMarkup(
    <I18nProvider i18n={setupI18n({ locale: 'en', locales: ['en-GB'], messages: { en: {} } })}>
      <Moment at={Date.parse(at)} zones={zones} />
    </I18nProvider>,
  ).replaceAll(/<[^>]+>/g, '')

test('a time is said as the clocks of both sides show it', () => {
  expect(words('2027-03-09T09:00:00Z', ['Europe/Zurich', 'Africa/Nairobi'])).toBe(
    'Tuesday, 9 March 2027, 10:00 Zurich · 12:00 Nairobi',
  )
})

test('where it is another day already, that is said too', () => {
  expect(words('2027-03-09T20:00:00Z', ['Europe/Zurich', 'Asia/Tokyo'])).toMatch(
    /, 21:00 Zurich · Wed,? 10 Mar,? (at )?05:00 Tokyo$/,
  )
})
