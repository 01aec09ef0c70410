import { Hash, SeatId, SideId } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Block } from '../documents/prose.ts'
import { approvalOf } from './approval.ts'
import type { DraftText } from './draft.ts'
import type { JointState, LineWording } from './jointLines.ts'
import { whatStops, whatToMind, WORDING_BYTES } from './whatStops.ts'
import { emptyWording, type DraftTranslation, type Wording } from './wording.ts'

const hashed = (name: string) => v.parse(Hash, name.padEnd(43, 'A'))
const SIDE = v.parse(SideId, 'AAAAAAAAAAA')
const SEAT = v.parse(SeatId, 'AAAAAAAAAAA')
const paragraph = (text: string, joint?: Hash): Block =>
  joint ? { is: 'paragraph', runs: [{ text }], joint } : { is: 'paragraph', runs: [{ text }] }
const drafted = (wording: Partial<Wording>, more: Partial<DraftText> = {}): DraftText => ({
  wording: { ...emptyWording('en'), title: 'Talks', body: [paragraph('They met.')], ...wording },
  needsApproval: false,
  offered: null,
  resolved: [],
  clashes: [],
  sent: [],
  shared: [],
  ...more,
})
const stops = (text: DraftText, lines: JointState[] = [], approval = 'not-needed') =>
  whatStops({
    text,
    lines,
    approval: { is: approval } as Parameters<typeof whatStops>[0]['approval'],
  })
const mind = (text: DraftText, more: Partial<Parameters<typeof whatToMind>[0]> = {}) =>
  whatToMind({ text, textIs: hashed('now'), openComments: 0, lines: [], nowMs: 1000, ...more })
const lineOf = (text: string, standing: LineWording['standing']): JointState => ({
  n: 1,
  newest: { hash: hashed('line'), texts: [{ language: 'en', text }], at: 0, by: SIDE, standing },
  agreed: undefined,
  earlier: [],
})
const translation = (more: Partial<DraftTranslation> = {}): DraftTranslation => ({
  language: 'fr',
  title: 'Entretien',
  body: [paragraph('Ils se sont vus.')],
  by: { is: 'seat', name: 'Odile Rochat', office: '' },
  checkedBy: null,
  of: hashed('now'),
  ...more,
})

test('a text with a title and words may be signed', () => {
  expect(stops(drafted({}))).toEqual([])
})

test('a text without a title, without words, or with two wordings of one place is not signed', () => {
  const clash = { id: 'AAAAAAAAAAA', of: 'body' as const, first: 'a', second: 'b' }
  const text = drafted({ title: ' ', body: [] }, { clashes: [clash] })

  expect(stops(text).map(({ because }) => because)).toEqual(['no-title', 'no-text', 'two-wordings'])
})

test('a correction says what it corrects', () => {
  expect(stops(drafted({ correction: '' }))).toEqual([{ because: 'no-correction' }])
  expect(stops(drafted({ correction: 'One figure.' }))).toEqual([])
})

test('a joint line stands in the text only as every side signed it (R103)', () => {
  const text = drafted({ body: [paragraph('We meet again.', hashed('line'))] })
  const where = { line: hashed('line'), language: 'en' }

  expect(stops(text, [lineOf('We meet again.', { is: 'agreed' })])).toEqual([])
  expect(stops(text, [lineOf('We meet soon.', { is: 'agreed' })])).toEqual([
    { because: 'line-altered', ...where },
  ])
  expect(stops(text, [lineOf('We meet again.', { is: 'awaited', of: [SIDE] })])).toEqual([
    { because: 'line-not-agreed', ...where },
  ])
  expect(stops(text)).toEqual([{ because: 'line-not-agreed', ...where }])
})

test('what the server would refuse for its size is said before', () => {
  const long = Array.from({ length: WORDING_BYTES / 5000 }, () => paragraph('x'.repeat(5000)))

  expect(stops(drafted({ body: long }))).toEqual([{ because: 'too-large' }])
})

test('a translation that is older than the words of the original is told before publishing (R105)', () => {
  expect(mind(drafted({ translations: [translation()] }))).toEqual([])
  expect(mind(drafted({ translations: [translation({ of: hashed('before') })] }))).toEqual([
    { is: 'translation-older', language: 'fr' },
  ])
})

test('a machine’s translation that nobody checked is told', () => {
  const by = { is: 'machine', name: 'Chromium', version: '142' } as const

  expect(mind(drafted({ translations: [translation({ by })] }))).toEqual([
    { is: 'machine-unchecked', language: 'fr' },
  ])
})

const asked = { needsApproval: true, offered: hashed('now'), now: hashed('now') }
const principals = new Set([SEAT])
const approves = (wording: string, at = 5) => [
  { seat: SEAT, approves: { wording: hashed(wording), at } },
]

test('a principal’s approval counts for that very text, and a later change withdraws it (R102)', () => {
  expect(approvalOf({ ...asked, remarks: [], principals })).toEqual({ is: 'awaited' })
  expect(approvalOf({ ...asked, remarks: approves('now'), principals })).toMatchObject({
    is: 'given',
  })
  expect(
    approvalOf({ ...asked, now: hashed('later'), remarks: approves('now'), principals }),
  ).toMatchObject({ is: 'withdrawn' })
})

test('nobody but a principal approves (R102)', () => {
  expect(approvalOf({ ...asked, remarks: approves('now'), principals: new Set() })).toEqual({
    is: 'awaited',
  })
})

test('where no approval is wanted, none is waited for', () => {
  const text = drafted({}, { needsApproval: true })

  expect(approvalOf({ ...asked, needsApproval: false, remarks: [], principals })).toEqual({
    is: 'not-needed',
  })
  expect(stops(text, [], 'awaited')).toEqual([{ because: 'not-approved' }])
  expect(stops(text, [], 'given')).toEqual([])
})
