import type { Hash } from '@parley/protocol'
import { signal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { FACTS } from '../model/callSamples/people.ts'
import type { ClipsModel } from '../model/release/clips/clipsModel.ts'
import type {
  ClipCard,
  ClipSide,
  ClipsView,
  DraftView,
  RecordingHere,
} from '../model/release/clips/clipsView.ts'
import type { RecordedPerson } from '../model/release/clips/recordedScene.ts'
import '../screens/desk/desk.css'
import { CANNOT_PUBLISH, CLIP_TROUBLES } from '../screens/release/clips/ClipTroubleBanner.tsx'
import { ClipsPane } from '../screens/release/clips/ClipsPane.tsx'
import { keysOf } from './keysOf.ts'

const MINUTE = 60_000
const START = Date.parse('2027-03-09T09:00:00Z')
const CUT = { from: START + 12 * MINUTE + 8000, to: START + 13 * MINUTE + 46_400 }
const STILL = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#8C8375" d="M0 0h16v9H0z"/><path fill="#3A4658" d="M3 9c0-3 2-4 5-4s5 1 5 4z"/><circle cx="8" cy="3.2" r="1.6" fill="#8A5A3E"/></svg>')}`

const seals = ['8f21c46be07d', '1be45a92c83f'].map((hex) => ({
  key: hex as never,
  hex: hex.padEnd(64, '0'),
  digits: ['12345', '67890', '12345', '67890', '12345', '67890'],
}))

const sides = FACTS.sides.map(({ side, name, place, isOwn }): ClipSide => ({
  side,
  name,
  order: place,
  isOwn,
  seal: seals[place - 1],
  answer: 'signed',
  reason: '',
  manifest: 'awaited',
}))
const [own, other] = sides
if (!own || !other) throw new Error('There are two')

const card: ClipCard = {
  n: 1,
  hash: 'hash' as Hash,
  title: 'Dry years',
  caption: 'The principals on what the river needs in a dry year.',
  language: 'en',
  part: 1,
  partTitle: 'Welcome and dry years',
  span: CUT,
  maker: own.side,
  makerName: own.name,
  at: START + 161 * MINUTE,
  sides: [own, { ...other, answer: 'awaited' }],
  signed: 1,
  code: '5c1e90a743fd2b68e0d97714ac358f026b9de1480c7ad3f621b58e94f07c3a61'.match(/.{4}/g) ?? [],
  files: { is: 'there', urls: { 'image/jpeg': STILL } },
  next: { is: 'awaits-others' },
}

const people: readonly RecordedPerson[] = FACTS.people
  .filter(({ role }) => role === 'principal')
  .map((person, place) => ({
    seat: person.seat,
    name: person.name,
    office: person.office,
    side: person.side,
    sideName: sides.find(({ side }) => side === person.side)?.name ?? '',
    order: sides.find(({ side }) => side === person.side)?.order ?? 0,
    isPrincipal: true,
    pictures: [place * 2],
    voices: [place * 2 + 1],
  }))
  .toSorted((a, b) => a.order - b.order)

const recording: RecordingHere = {
  is: 'open',
  stretches: [{ part: 1, title: 'Welcome', from: START, to: START + 40 * MINUTE }],
  parts: [
    { part: 1, title: 'Welcome', open: true, from: START, to: START + 40 * MINUTE },
    { part: 2, title: 'Water', open: false, from: START + 40 * MINUTE, to: START + 115 * MINUTE },
    { part: 3, title: 'Close', open: true, from: START + 115 * MINUTE, to: START + 130 * MINUTE },
  ],
  people,
  sounds: [
    { choice: 'floor', into: undefined, sideName: undefined, tracks: [1] },
    { choice: 'into fr x', into: 'fr', sideName: own.name, tracks: [5] },
  ],
}

/** As if two had spoken in turn. */
const spoken = (first: boolean) =>
  Array.from({ length: 240 }, (_, at) => {
    const isOn = Math.floor(at / 80) % 2 === (first ? 0 : 1)
    return isOn ? Math.abs(Math.sin(at * 1.7) * 0.5 + Math.sin(at / 9) * 0.3) : 0
  })

const draft: DraftView = {
  n: 1,
  cut: { part: 1, ...CUT },
  people: people.map(({ seat }) => seat),
  sounds: ['floor'],
  title: 'Dry years',
  caption: 'The principals on what the river needs in a dry year.',
  language: 'en',
  posterAt: CUT.from + 2000,
  captions: [{ from: 1000, to: 6000, text: 'In a dry year the river must still reach the delta.' }],
  stretch: { part: 1, title: 'Welcome', from: START, to: START + 40 * MINUTE },
  closeUp: {
    span: { from: CUT.from - 50_000, to: CUT.to + 50_000 },
    levels: people.map(({ seat }, place) => ({ seat, levels: spoken(place === 0) })),
  },
  lack: undefined,
  making: { is: 'not-made' },
}

const EMPTY: ClipsView = {
  timeZone: 'Europe/Zurich',
  languages: ['en', 'fr', 'sw'],
  isRecorded: true,
  keepUntil: START + 30 * 24 * 60 * MINUTE,
  recording: { is: 'none' },
  kept: [],
  destroyed: [],
  draft: undefined,
  clips: [],
  trouble: undefined,
}

const shown = (changed: Partial<ClipCard>): ClipsView => ({
  ...EMPTY,
  clips: [{ ...card, ...changed }],
})
const making = (changed: Partial<DraftView>): ClipsView => ({
  ...EMPTY,
  recording,
  draft: { ...draft, ...changed },
})
const signedByAll = {
  signed: 2,
  sides: [{ ...own, manifest: 'there' }, other] as ClipSide[],
}
const whole = { signed: 2, sides: sides.map((side): ClipSide => ({ ...side, manifest: 'there' })) }

const kept = people.slice(0, 2).map(({ seat, name }, place) => ({
  name: seat,
  by: name,
  at: START + place * 8 * MINUTE,
  bytes: 412e6 + place * 1.7e9,
}))

const VIEWS: Readonly<Record<string, ClipsView>> = {
  none: EMPTY,
  'not recorded': { ...EMPTY, isRecorded: false },
  'opening a recording': { ...EMPTY, recording: { is: 'opening' } },
  'recording open': { ...EMPTY, recording },
  'kept here': { ...EMPTY, kept },
  'destroyed here': { ...EMPTY, destroyed: kept },
  'nothing open in it': { ...EMPTY, recording: { ...recording, stretches: [] } },
  'in the making': making({}),
  'without a title': making({ title: '', lack: 'no-title', captions: [] }),
  'without sound': making({ lack: 'no-sound' }),
  'without people': making({ lack: 'no-people' }),
  'too long': making({ lack: 'too-long' }),
  'being made': making({ making: { is: 'making', share: 0.4 } }),
  made: making({ making: { is: 'made', urls: { 'image/jpeg': STILL } } }),
  'being sent': making({ making: { is: 'sending', share: 0.7 } }),
  'another cut': { ...making({}), clips: [card] },
  'signed by us': { ...shown({}), recording },
  'to answer': shown({ next: { is: 'to-answer', maySign: true }, makerName: other.name }),
  fetching: shown({
    files: { is: 'fetching', share: 0.3 },
    next: { is: 'to-answer', maySign: false },
  }),
  gone: shown({ files: { is: 'gone' }, next: { is: 'to-answer', maySign: false } }),
  'not as signed': shown({
    files: { is: 'not-as-signed' },
    next: { is: 'to-answer', maySign: false },
  }),
  refused: shown({
    next: { is: 'refused' },
    sides: [own, { ...other, answer: 'refused', reason: 'It ends before our answer.' }],
  }),
  'code loading': shown({ ...signedByAll, next: { is: 'adding-here', share: 0.5 } }),
  'adding here': shown({ ...signedByAll, next: { is: 'adding-here', share: undefined } }),
  'adding there': shown({ ...signedByAll, next: { is: 'adding-there', name: other.name } }),
  'may publish': shown({ ...whole, next: { is: 'may-publish' } }),
  publishing: shown({ ...whole, next: { is: 'publishing', share: 0.6 } }),
  published: shown({ ...whole, next: { is: 'published', at: START + 200 * MINUTE } }),
  'two clips': {
    ...EMPTY,
    clips: [card, { ...card, n: 2, hash: 'other' as Hash, title: 'Parting' }],
  },
  ...Object.fromEntries(
    keysOf(CLIP_TROUBLES).map((trouble) => [`trouble: ${trouble}`, { ...shown({}), trouble }]),
  ),
  ...Object.fromEntries(
    keysOf(CANNOT_PUBLISH).map((code) => [
      `cannot publish: ${code}`,
      { ...shown(whole), trouble: { cannotPublish: code, name: other.name } },
    ]),
  ),
}

/** The tab of clips in every state that it has words for, by name. */
export const CLIP_STATES: ReadonlyMap<string, () => ReactNode> = new Map(
  Object.entries(VIEWS).map(([name, view]) => [
    `clips: ${name}`,
    () => (
      <main className="page">
        <ClipsPane model={modelOf(view)} />
      </main>
    ),
  ]),
)

function modelOf(view: ClipsView): ClipsModel {
  return {
    view: signal(view),
    send: async () => undefined,
    show: async () => undefined,
    listen: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  }
}
