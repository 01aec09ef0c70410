import type { Hash } from '@parley/protocol'
import type { Block, LineDifference, ReadoutStop } from '@parley/release'
import type { ReactNode } from 'react'
import { FACTS, seat } from '../model/callSamples/people.ts'
import {
  NOTHING_HERE,
  type LineRow,
  type PublishedRow,
  type ReadoutsHere,
  type ReadoutSide,
  type ReadoutsView,
  type TranslationRow,
} from '../model/release/readouts/readoutsView.ts'
import '../screens/desk/desk.css'
import { READOUT_TROUBLES } from '../screens/release/readouts/readoutTroubles.ts'
import { Readouts } from '../screens/release/readouts/Readouts.tsx'
import '../screens/release/readouts/readouts.css'
import { keysOf } from './keysOf.ts'

const MINUTE = 60_000
const NOW = Date.parse('2027-03-09T12:41:00Z')
const HEX = ['8f21c46be07d', '1be45a92c83f', 'd46c09f7315e'].map((hex) => hex.padEnd(64, '0'))
const DIGITS = ['12345', '67890', '12345', '67890', '12345', '67890']
const sealOf = (place: number) => ({
  key: HEX[place] as never,
  hex: HEX[place] ?? '',
  digits: DIGITS,
})
const hash = (name: string) => name as Hash

const sides = FACTS.sides.map(({ side, name, place, isOwn }): ReadoutSide => ({
  side,
  name,
  order: place,
  isOwn,
  hex: HEX[place - 1],
}))
const [own, other] = sides
if (!own || !other) throw new Error('There are two')

const paragraph = (text: string): Block => ({ is: 'paragraph', runs: [{ text }] })
const STATIONS =
  'Two joint monitoring stations will be built at Masinga and Garissa before the end of 2028; each side has access to both.'
const AGAIN = 'The principals will speak again before the rains of October.'
const BODY: Block[] = [
  { is: 'heading', level: 2, runs: [{ text: 'Dry years' }] },
  paragraph(
    'Federal Councillor Mathilde Aeberhard spoke today with Cabinet Secretary Zawadi Kiptalam about the Upper Tana Water Treaty.',
  ),
  { is: 'paragraph', runs: [{ text: STATIONS }], joint: hash('stations') },
  {
    is: 'list',
    ordered: false,
    items: [
      [{ text: 'At least 18 cubic metres a second pass the Masinga gauge,' }],
      [{ text: 'measured as a ' }, { text: 'ten-day mean', em: true }, { text: '.' }],
    ],
  },
  { is: 'quote', runs: [{ text: 'In a dry year the river must still reach the delta.' }] },
  { is: 'paragraph', runs: [{ text: AGAIN }], joint: hash('again') },
]

const line = (n: number, text: string, standing: LineRow['standing']): LineRow => ({
  n,
  hash: hash(n === 1 ? 'stations' : n === 2 ? 'again' : `line ${n}`),
  texts: [{ language: 'en', text }],
  at: NOW - 9 * MINUTE,
  by: n === 3 ? other.name : own.name,
  isOwn: n !== 3,
  standing,
  agreed: undefined,
  isInText: n < 3,
})
const LINES: readonly LineRow[] = [
  line(1, STATIONS, { is: 'agreed' }),
  line(2, AGAIN, { is: 'awaits-others', names: [other.name] }),
  {
    ...line(3, 'Losses of storage since 2019 were discussed.', { is: 'awaits-us' }),
    agreed: { hash: hash('losses'), texts: [{ language: 'en', text: 'Losses were discussed.' }] },
  },
  line(4, 'Both sides welcome the talks.', {
    is: 'declined',
    name: other.name,
    isOwn: false,
    reason: 'We said so before.',
  }),
  line(5, 'Both sides thank the hosts.', { is: 'taken-back', name: own.name, isOwn: true }),
]

const FRENCH: TranslationRow = {
  language: 'fr',
  title: 'Entretiens sur le Haut-Tana',
  body: [paragraph('Dans une année sèche, le fleuve doit malgré tout atteindre le delta.')],
  by: { is: 'seat', name: 'Odile Rochat', office: 'Interpreter' },
  checkedBy: { name: 'Mathilde Aeberhard', office: 'Federal Councillor' },
  isOlder: false,
}
const SWAHILI: TranslationRow = {
  ...FRENCH,
  language: 'sw',
  title: 'Mazungumzo kuhusu Tana ya Juu',
  body: [paragraph('Katika mwaka wa ukame, mto lazima ufike kwenye delta.')],
  by: { is: 'machine', name: 'The browser’s own translator', version: '140' },
  checkedBy: null,
  isOlder: true,
}

const EMPTY: ReadoutsView = {
  own,
  others: [other],
  zones: ['Europe/Zurich', 'Africa/Nairobi'],
  now: NOW,
  saved: { is: 'nothing' },
  isOtherWriting: false,
  shown: 1,
  text: { language: 'en', title: '', body: [], byline: '', correction: null },
  clashes: [],
  versions: [],
  comments: [],
  lines: [],
  marks: new Map(),
  translations: [],
  people: FACTS.people
    .filter(({ side }) => side === own.side)
    .map(({ seat: id, name, office }) => ({ seat: id, name, office, languages: ['en', 'fr'] })),
  closedParts: [3],
  needsApproval: false,
  approval: { is: 'not-needed' },
  principals: ['Mathilde Aeberhard'],
  embargo: null,
  standing: { is: 'not-signed' },
  signed: undefined,
  published: [],
  stops: [{ because: 'no-title' }, { because: 'no-text' }],
  cautions: [],
  shared: [],
  line: 'there',
}

const WRITTEN: ReadoutsView = {
  ...EMPTY,
  saved: { is: 'saved', at: NOW - MINUTE },
  text: {
    language: 'en',
    title: 'Talks on the Upper Tana',
    body: BODY,
    byline: 'Press service of the Department of Foreign Affairs',
    correction: null,
  },
  versions: [
    { version: 2, at: NOW - 20 * MINUTE, note: 'After the call with the ambassador' },
    { version: 1, at: NOW - 50 * MINUTE, note: '' },
  ],
  comments: [
    {
      id: 'one',
      at: NOW - 5 * MINUTE,
      text: 'Say “ten-day mean” once more further down.',
      quote: 'ten-day mean',
      seat: seat(2),
      name: 'Reto Camenzind',
      office: 'Ambassador',
      isResolved: false,
      isInPlace: true,
    },
  ],
  lines: LINES,
  marks: new Map([
    [hash('stations'), { is: 'agreed', names: [], at: NOW - 30 * MINUTE }],
    [hash('again'), { is: 'awaited', names: [other.name], at: NOW - 9 * MINUTE }],
  ]),
  translations: [FRENCH, SWAHILI],
  needsApproval: true,
  approval: { is: 'given', seat: seat(1), at: NOW - 2 * MINUTE },
  stops: [],
  cautions: [
    { is: 'translation-older', language: 'sw' },
    { is: 'machine-unchecked', language: 'sw' },
    { is: 'open-comments', count: 1 },
    { is: 'line-awaited', n: 2 },
  ],
}

const STOPS: readonly ReadoutStop[] = [
  ...(
    ['no-title', 'no-text', 'no-correction', 'not-approved', 'two-wordings', 'too-large'] as const
  ).map((because) => ({ because })),
  { because: 'translation-empty', language: 'fr' },
  { because: 'line-not-agreed', line: hash('again'), language: 'en' },
  { because: 'line-altered', line: hash('stations'), language: 'fr' },
]

const UNTIL = NOW + 80 * MINUTE
const EMBARGO = { until: UNTIL, timeZone: 'Europe/Zurich' }
const SIGNED = { ...WRITTEN, signed: hash('signed') }
const published = (version: number, correction: string | null): PublishedRow => ({
  version,
  hash: hash(`published ${version}`),
  at: NOW - (30 - version) * MINUTE,
  title: 'Talks on the Upper Tana',
  correction,
  isNewest: version === 2,
})

const COMPARED: readonly LineDifference[] = [
  { is: 'same', block: 'heading', pieces: [{ is: 'same', text: 'Dry years' }] },
  {
    is: 'changed',
    block: 'paragraph',
    pieces: [
      { is: 'same', text: 'The two sides ' },
      { is: 'removed', text: 'came closer' },
      { is: 'added', text: 'agreed in principle' },
      { is: 'same', text: ' on releases.' },
    ],
  },
  { is: 'form', block: 'paragraph', pieces: [{ is: 'same', text: 'A ten-day mean.' }] },
  { is: 'added', block: 'paragraph', pieces: [{ is: 'added', text: AGAIN }] },
]

type State = { view: ReadoutsView; here?: Partial<ReadoutsHere> }

const STATES: Readonly<Record<string, State>> = {
  'nothing yet': { view: EMPTY },
  written: { view: WRITTEN },
  'being saved': { view: { ...WRITTEN, saved: { is: 'saving' }, isOtherWriting: true } },
  'here only, away': {
    view: { ...WRITTEN, line: 'lost', saved: { is: 'here-only', because: 'away' } },
  },
  'here only, refused': { view: { ...WRITTEN, saved: { is: 'here-only', because: 'refused' } } },
  'two wordings': {
    view: {
      ...WRITTEN,
      clashes: [
        {
          id: 'one',
          of: 'body',
          first: 'Losses were discussed.',
          second: 'Losses were named.',
        },
      ],
      stops: [{ because: 'two-wordings' }],
    },
  },
  'everything stops it': {
    view: { ...WRITTEN, stops: STOPS, approval: { is: 'withdrawn', seat: seat(1), at: NOW } },
  },
  'approval asked': { view: { ...WRITTEN, approval: { is: 'awaited' } } },
  embargo: { view: { ...SIGNED, embargo: EMBARGO, standing: { is: 'held', until: UNTIL } } },
  'handed over early': {
    view: {
      ...SIGNED,
      embargo: EMBARGO,
      standing: { is: 'handed-over', at: NOW - MINUTE, until: UNTIL },
    },
  },
  due: { view: { ...SIGNED, standing: { is: 'due' } } },
  public: {
    view: {
      ...SIGNED,
      standing: { is: 'public', at: NOW - 28 * MINUTE },
      published: [published(2, 'One figure.'), published(1, null)],
    },
  },
  'being corrected': {
    view: {
      ...WRITTEN,
      text: { ...WRITTEN.text, correction: 'One figure.' },
      published: [published(1, null)],
    },
  },
  'to an ally': {
    view: {
      ...SIGNED,
      standing: { is: 'due' },
      shared: [{ name: 'Norway', code: DIGITS.join(''), at: NOW - MINUTE, isThisText: true }],
    },
    here: { ally: { name: 'Norway', seal: sealOf(2) } },
  },
  'sealed to an ally': {
    view: { ...SIGNED, standing: { is: 'due' } },
    here: { sealed: { name: 'Norway', link: 'https://parley.example/#shared=abc' } },
  },
  'shared with us': {
    view: WRITTEN,
    here: {
      opened: {
        name: 'Norway',
        flag: 'NO',
        seal: sealOf(2),
        isPinned: false,
        text: WRITTEN.text,
        translations: [FRENCH],
        at: NOW - MINUTE,
        embargo: EMBARGO,
      },
    },
  },
  changes: {
    view: WRITTEN,
    here: { compared: { before: 2, after: 'now', title: COMPARED[1], lines: COMPARED } },
  },
  ...Object.fromEntries(
    keysOf(READOUT_TROUBLES).map((trouble) => [
      `trouble: ${trouble}`,
      { view: WRITTEN, here: { trouble } },
    ]),
  ),
}

/** The tab of readouts in every state that it has words for, by name. */
export const READOUT_STATES: ReadonlyMap<string, () => ReactNode> = new Map(
  Object.entries(STATES).map(([name, { view, here }]) => [
    `readouts: ${name}`,
    () => (
      <main className="page">
        <Readouts view={view} here={{ ...NOTHING_HERE, ...here }} send={() => undefined} />
      </main>
    ),
  ]),
)
