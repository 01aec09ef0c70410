import { signal } from '@preact/signals-core'
import type { HeldPart, Moment, PersonInRecord, RecordStory, Signer, Stay } from '@parley/release'
import { DocumentKind, Hash, PLENARY, PublicKey, SeatId, SideId } from '@parley/protocol'
import type { Plan } from '@parley/seal'
import * as v from 'valibot'
import type { ReactNode } from 'react'
import type { DeskSide, DeskView } from '../model/desk/deskView.ts'
import type { RecordView, Signing, WordingView } from '../model/release/record/recordView.ts'
import { tellingsOf } from '../model/release/record/tellings.ts'
import { RecordTab } from '../screens/release/record/RecordTab.tsx'
import '../screens/desk/desk.css'
import '../screens/desk/print.css'

const START = Date.UTC(2026, 8, 12, 11, 0, 4)
const minute = (n: number) => START + n * 60_000
const sideId = (name: string) => v.parse(SideId, `${name.padEnd(10, '0')}A`)
const seatId = (name: string) => v.parse(SeatId, `${name.padEnd(10, '0')}A`)
const hash = v.parse(Hash, 'hV3mQ9xkT2cYb7ZpLr0sWd5uNf8gAe1jKo4iXq6tBnM'.slice(0, 42).concat('A'))
const key = v.parse(PublicKey, 'A'.repeat(43))
const [CH, KE] = [sideId('ch'), sideId('ke')]

const SIDES: Plan['sides'] = [
  { side: CH, name: 'Switzerland', flag: 'CH', seal: key },
  { side: KE, name: 'Kenya', flag: 'KE', seal: key },
]
const DIGITS = ['42317', '90025', '11846', '73390', '55208', '61974']
const HEX = ['8f21c46be07d', '1be45a92c83f']

function stay(from: number, to: number | undefined, more: Partial<Stay> = {}): Stay {
  return {
    seat: seatId('x'),
    pass: 1,
    from: minute(from),
    to: to === undefined ? undefined : minute(to),
    end: to === undefined ? 'not-said' : 'left',
    lastSaid: minute(to ?? 78),
    microphone: [],
    interpreted: [],
    recorded: [],
    ...more,
  }
}

const spans = (...times: readonly (readonly [number, number])[]) =>
  times.map(([from, to]) => ({ from: minute(from), to: minute(to) }))

const person = (
  name: string,
  rest: Pick<PersonInRecord, 'office' | 'role' | 'side'> & { stays: readonly Stay[] },
): PersonInRecord => ({
  seat: seatId(name.replaceAll(/\W/g, '').slice(0, 8)),
  name,
  rooms: [PLENARY],
  ...rest,
})

const PEOPLE: readonly PersonInRecord[] = [
  person('Mathilde Aeberhard', {
    side: CH,
    office: 'Federal Councillor',
    role: 'principal',
    stays: [stay(2, 80, { microphone: spans([4, 9], [16, 21], [34, 39], [70, 74]) })],
  }),
  person('Reto Camenzind', {
    side: CH,
    office: 'Ambassador',
    role: 'adviser',
    stays: [
      stay(1, 31, { end: 'silent', microphone: spans([22, 23]) }),
      stay(32, 80, { microphone: spans([44, 52]) }),
    ],
  }),
  person('Odile Rochat', {
    side: CH,
    office: '',
    role: 'interpreter',
    stays: [
      stay(1, 79, {
        interpreted: spans([9, 15], [23, 33], [52, 69]).map((span) => ({ ...span, into: 'fr' })),
      }),
    ],
  }),
  person('Zawadi Kiptalam', {
    side: KE,
    office: 'Principal Secretary for Water',
    role: 'principal',
    stays: [stay(3, 80, { microphone: spans([9, 15], [23, 33], [52, 69]) })],
  }),
  person('Josphat Mwendwa', { side: KE, office: '', role: 'adviser', stays: [stay(0, undefined)] }),
]

const PARTS: readonly HeldPart[] = [
  {
    item: 1,
    title: 'Opening statements',
    from: minute(4),
    to: minute(21),
    open: spans([4, 21])[0],
  },
  {
    item: 2,
    title: 'Water levels and compensation',
    from: minute(21),
    to: minute(70),
    open: undefined,
  },
  {
    item: 3,
    title: 'Closing statements',
    from: minute(70),
    to: undefined,
    open: spans([70, 78])[0],
  },
]

const [principal, , interpreter, far] = PEOPLE as [
  PersonInRecord,
  PersonInRecord,
  PersonInRecord,
  PersonInRecord,
]
const by = ({ seat, side }: PersonInRecord): Signer => ({ is: 'seat', seat, side, pass: 1 })
const desk = (side: SideId): Signer => ({ is: 'desk', side })
const clip = { kind: v.parse(DocumentKind, 'clip/1'), version: 2, hash }

type Happened = Moment['event'] extends infer E
  ? E extends unknown
    ? Omit<E, 'at'>
    : never
  : never
const moment = (at: number, who: Signer, event: Happened): Moment => ({
  by: who,
  event: { ...event, at: minute(at) },
})

const MOMENTS: readonly Moment[] = [
  moment(2, by(principal), {
    is: 'company',
    people: [{ name: 'Lukas Imhof', office: 'Private secretary' }],
  }),
  moment(3, by(principal), { is: 'company', people: [] }),
  moment(4, by(principal), { is: 'recording', isOn: true }),
  moment(9, by(interpreter), { is: 'interpreting', isOn: true, into: 'fr' }),
  moment(15, by(interpreter), { is: 'interpreting', isOn: false, into: 'fr' }),
  moment(21, by(principal), { is: 'recording', isOn: false }),
  ...['plan', `delegation/${CH}`, 'announcement', `readout/${KE}`, 'joint/1', 'record'].map(
    (kind, place) =>
      moment(40 + place, desk(place % 2 === 0 ? CH : KE), { is: 'signed', ...clip, kind }),
  ),
  moment(81, desk(CH), { is: 'proposed', ...clip }),
  moment(82, desk(KE), { is: 'refused', ...clip }),
  moment(85, desk(KE), { is: 'published', ...clip, kind: `readout/${KE}` }),
  moment(86, desk(KE), {
    is: 'shared',
    ...clip,
    kind: `readout/${KE}`,
    code: '423179002511846733905520861974',
  }),
  moment(87, desk(CH), { is: 'destroyed', kind: 'recording', hash }),
  moment(88, desk(CH), { is: 'lacking', entries: [hash] }),
]

const WARNED = [
  'not-heard',
  'unconfirmed-sound',
  'foreign-sound',
  'unconfirmed-picture',
  'foreign-picture',
  'not-played',
  'old-key',
  'older-lists',
  'newer-lists',
  'reconnecting',
  'not-fresh',
  'text-missed',
  'unsettled',
  'not-entered',
  'refused-unknown-seal',
  'refused-bad-signature',
  'held-not-agreed',
] as const

const STORY: RecordStory = {
  title: 'Compensation for storage losses',
  timeZone: 'Europe/Zurich',
  sides: SIDES,
  from: minute(0),
  to: minute(80),
  held: { from: minute(0), to: minute(80) },
  parts: PARTS,
  people: PEOPLE,
  moments: MOMENTS,
  warnings: [
    {
      code: 'not-heard',
      about: far.seat,
      from: minute(36),
      to: minute(36),
      shownTo: [principal.seat, interpreter.seat],
    },
  ],
  gaps: [],
  entries: 214,
}

const GAPS: RecordStory['gaps'] = [
  { is: 'missing', signer: by(principal), before: 8, after: 5 },
  { is: 'not-here', signer: by(far), n: 12, hash },
  ...[4, 5, 6, 7].map((n) => ({ is: 'forked', signer: desk(KE), n }) as const),
]

const DESK_SIDES = SIDES.map(({ side, name, flag }, place): DeskSide => {
  const isOwn = side === CH
  return {
    side,
    name,
    flag,
    order: place + 1,
    isOwn,
    seal: { key, hex: HEX[place] ?? '', digits: DIGITS },
    standing: isOwn ? { is: 'own', isNamed: true } : { is: 'compared', at: minute(-60) },
    zone: undefined,
    invitation: undefined,
  }
})

/** As much of a console as the record is shown beside. */
const DESK = {
  sides: DESK_SIDES,
  zones: ['Europe/Zurich', 'Africa/Nairobi'],
  plan: { inForce: { title: STORY.title, start: START } },
  delegations: [],
} as unknown as DeskView

const WORDING: WordingView = {
  hash,
  isAgreed: false,
  version: 1,
  file: hash,
  entries: 214,
  from: minute(0),
  to: minute(80),
  said: [
    { side: CH, is: 'awaited' },
    { side: KE, is: 'signed' },
  ],
  beside: 0,
}

/** The record’s tab in every state that it has words for, by name. */
export const RECORD_STATES: readonly (readonly [string, () => ReactNode])[] = [
  [
    'record: being read',
    () => shown('nothing', { isRead: false, story: { ...STORY, entries: 0 } }),
  ],
  ['record: nothing yet', () => shown('nothing', { story: { ...STORY, entries: 0 } })],
  ['record: to sign', () => shown('may-sign')],
  ['record: to sign the same', () => shown('may-sign-same', { wording: WORDING })],
  ['record: differs', () => shown('differs', { wording: { ...WORDING, beside: 2 }, gaps: GAPS })],
  [
    'record: signed',
    () =>
      shown('signed', { wording: saying('signed', 'awaited', { beside: 1 }), trouble: 'not-next' }),
  ],
  ['record: refused', () => shown('refused', { wording: saying('refused', 'signed') })],
  [
    'record: agreed',
    () => shown('agreed', { wording: saying('signed', 'signed', { isAgreed: true }) }),
  ],
  ['record: every warning', () => shown('may-sign', { story: warnedOf() })],
  [
    'record: short',
    () =>
      shown('may-sign', {
        story: { ...STORY, people: PEOPLE.slice(0, 1), parts: [], moments: [] },
      }),
  ],
]

function saying(
  own: 'signed' | 'refused',
  other: 'signed' | 'awaited',
  more: Partial<WordingView> = {},
): WordingView {
  const said: WordingView['said'] = [
    own === 'refused'
      ? { side: CH, is: own, reason: 'The stay of our note-taker is missing.' }
      : { side: CH, is: own },
    { side: KE, is: other },
  ]
  return { ...WORDING, said, ...more }
}

function warnedOf(): RecordStory {
  const warnings = WARNED.map((code, place) => {
    const at = minute(30 + place)
    return { code, about: far.seat, from: at, to: at, shownTo: [principal.seat] }
  })
  return { ...STORY, warnings, moments: [], parts: [] }
}

function shown(signing: Signing, more: Partial<RecordView> = {}): ReactNode {
  const { story = STORY, gaps = [], ...rest } = more
  const view: RecordView = {
    isRead: true,
    own: CH,
    story,
    told: tellingsOf(story),
    parts: story.parts,
    gaps,
    wording: undefined,
    signing,
    trouble: undefined,
    ...rest,
  }
  return (
    <main className="page">
      <RecordTab view={signal(view)} desk={DESK} send={() => undefined} />
    </main>
  )
}
