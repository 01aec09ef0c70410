import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SIDES } from '../../model/callSamples/people.ts'
import { AgreedSides } from './AgreedSides.tsx'

function shown(locale: string, names: readonly string[]): string {
  const sides = SIDES.map((side) => ({ ...side, here: 0, names: side.isOwn ? ['Reto'] : names }))
  return renderToStaticMarkup(
    <I18nProvider i18n={setupI18n({ locale, messages: { [locale]: {} } })}>
      <AgreedSides sides={sides} />
    </I18nProvider>,
  )
}

test('in Arabic each name is set apart by itself, so that the first is read first', () => {
  expect(shown('ar', ['Zawadi', 'Josphat'])).toContain(
    '<bdi dir="rtl">\u2068Zawadi\u2069 و\u2068Josphat\u2069</bdi>',
  )
})

test('a list on which a side named nobody yet is not called agreed', () => {
  expect(shown('en', ['Zawadi'])).toContain('All sides agreed')

  const markup = shown('en', [])
  expect(markup).toContain('nobody named yet')
  expect(markup).not.toContain('All sides agreed')
})
