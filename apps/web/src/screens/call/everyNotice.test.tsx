import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { CallNotice } from '../../model/callNotices.ts'
import { seat } from '../../model/callSamples/people.ts'
import { isRare } from '../../model/rareNotice.ts'
import { RareWords } from '../notices/RareWords.tsx'
import { NoticeWords } from './NoticeWords.tsx'

const common = { id: 'one', canBeDismissed: true }

/** One of each, so that a kind without words does not compile or does not pass. */
const NOTICES: { readonly [T in CallNotice['type']]: Extract<CallNotice, { type: T }> } = {
  joining: { ...common, type: 'joining', again: undefined },
  'not-fresh': { ...common, type: 'not-fresh', mustHear: 'own-side' },
  alone: { ...common, type: 'alone' },
  held: { ...common, type: 'held', name: 'Livia Spescha', code: 'not-agreed', isYou: false },
  'server-lost': { ...common, type: 'server-lost' },
  'asks-to-wait': { ...common, type: 'asks-to-wait', name: 'Livia Spescha' },
  asks: {
    ...common,
    type: 'asks',
    what: 'slower',
    name: 'Livia Spescha',
    asked: { id: 'r1', from: seat(5) },
  },
  'not-heard-by': {
    ...common,
    type: 'not-heard-by',
    not: ['Livia Spescha'],
    of: 5,
    forSeconds: 8,
    hasAsked: false,
  },
  refused: { ...common, type: 'refused', code: 'no-proof', by: undefined, atMs: 0 },
  removed: {
    ...common,
    type: 'removed',
    name: 'Livia Spescha',
    because: 'silent',
    by: undefined,
  },
  company: {
    ...common,
    type: 'company',
    name: 'Livia Spescha',
    came: [{ name: 'Aita Caviezel', office: 'Security' }],
    gone: [{ name: 'Gion Derungs', office: '' }],
  },
  foreign: { ...common, type: 'foreign', of: 'picture', name: 'Livia Spescha' },
  unconfirmed: { ...common, type: 'unconfirmed', of: 'both', name: 'Livia Spescha' },
  'device-failed': { ...common, type: 'device-failed', kind: 'camera', why: 'in-use' },
  'not-played': {
    ...common,
    type: 'not-played',
    name: 'Livia Spescha',
    kind: 'microphone',
    code: 'replayed',
  },
  'text-missed': { ...common, type: 'text-missed', name: 'Livia Spescha' },
  'lists-apart': {
    ...common,
    type: 'lists-apart',
    lists: 'newer',
    names: ['Livia Spescha'],
    desks: ['Kenya'],
  },
  'old-keys': { ...common, type: 'old-keys', names: ['Livia Spescha', 'Amina Wanjiru'] },
  unsettled: { ...common, type: 'unsettled' },
  'not-entered': { ...common, type: 'not-entered' },
}

function said(notice: CallNotice): string {
  return renderToStaticMarkup(
    <I18nProvider i18n={setupI18n({ locale: 'en', messages: { en: {} } })}>
      {isRare(notice) ? <RareWords notice={notice} /> : <NoticeWords notice={notice} />}
    </I18nProvider>,
  )
}

test.each(Object.values(NOTICES))('what is said of $type is a title and what follows', (notice) => {
  expect(said(notice)).toMatch(
    /^<p class="banner__title"[^>]*>[^<]+<\/p><p class="small muted">[^<]+<\/p>$/,
  )
})

test('nobody is said to have taken out whoever left of their own', () => {
  const by = 'Odile Rochat'

  expect(said({ ...NOTICES.removed, because: 'silent', by })).toContain(by)
  expect(said({ ...NOTICES.removed, because: 'left', by })).not.toContain(by)
})
