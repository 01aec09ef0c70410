import { expect, test } from 'vitest'
import { IsolatingI18n } from './isolatingI18n.ts'

const APART = '\u2068Amina Wanjiru\u2069'

test('a Latin name stands apart in an Arabic sentence, however the sentence is asked for', () => {
  const i18n = speaking('ar', { seat: ['مقعد ', ['name'], '.'] })

  expect(i18n._('seat', { name: 'Amina Wanjiru' })).toBe(`مقعد ${APART}.`)
  expect(i18n._({ id: 'seat', values: { name: 'Amina Wanjiru' } })).toBe(`مقعد ${APART}.`)
  expect(i18n.t('seat', { name: 'Amina Wanjiru' })).toBe(`مقعد ${APART}.`)
})

test('an Arabic name stands apart in a French sentence', () => {
  const i18n = speaking('fr', { seat: ['Siège de ', ['name']] })

  expect(i18n._('seat', { name: 'أمينة' })).toBe('Siège de \u2068أمينة\u2069')
})

test('a value that is read as its sentence is stays as it is', () => {
  expect(speaking('fr', { seat: [['name']] })._('seat', { name: 'Amina' })).toBe('Amina')
  expect(speaking('ar', { seat: [['name']] })._('seat', { name: 'أمينة' })).toBe('أمينة')
  expect(speaking('ar', { seat: [['time']] })._('seat', { time: '10:30' })).toBe('10:30')
})

test('numbers still choose between forms', () => {
  const i18n = speaking('ar', {
    minutes: [['count', 'plural', { two: ['دقيقتان'], few: ['#', ' دقائق'], other: ['#', ' دقيقة'] }]],
  })

  expect(i18n._('minutes', { count: 2 })).toBe('دقيقتان')
  expect(i18n._('minutes', { count: 5 })).toBe('5 دقائق')
})

function speaking(locale: string, messages: Parameters<IsolatingI18n['load']>[1]): IsolatingI18n {
  const i18n = new IsolatingI18n({})
  i18n.loadAndActivate({ locale, locales: `${locale}-u-nu-latn`, messages })
  return i18n
}
