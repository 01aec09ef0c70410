import type { HeldCode } from '@parley/group'
import { TrackNumber, type SeatId } from '@parley/protocol'
import * as v from 'valibot'
import type { CallFacts, Person } from '../model/callFacts.ts'
import type { CallNotice } from '../model/callNotices.ts'
import type { Saying } from '../model/callSaid.ts'
import { COMPANY, FACTS, PEOPLE, SIDES, seat } from '../model/callSamples/people.ts'
import { CALL_SCREEN_START, type CallScreenState } from '../model/callScreenState.ts'
import { callView, type CallView } from '../model/callView.ts'
import { WHY_ASKED } from '../screens/notices/sentences/Asked.tsx'
import { FAILED_IN_CALL } from '../screens/notices/sentences/deviceFailed.ts'
import { FLOW } from '../screens/call/sentences/flow.ts'
import { HELD } from '../screens/call/sentences/held.ts'
import { MICROPHONE_CLOSED } from '../screens/call/sentences/microphone.ts'
import { NOT_PLAYED } from '../screens/notices/sentences/notPlayed.ts'
import { REFUSED } from '../screens/call/sentences/refused.ts'
import { JOINS_AGAIN } from '../screens/call/sentences/joinsAgain.ts'
import { REMOVED } from '../screens/notices/sentences/removed.ts'
import { AGENDA_STATES, RECORDING_STATES } from './agendaStates.ts'
import { LANGUAGE_STATES } from './languageStates.ts'
import { keysOf } from './keysOf.ts'
import { MESSAGE_STATES } from './messageStates.ts'
import { PRIVATE_STATES } from './privateStates.ts'

const NAME = 'Mathilde Aeberhard'
/** What all notices here have alike. */
const ALIKE = new Set(['id', 'type', 'canBeDismissed', 'atMs', 'asked'])
/** As long as one may be. */
const LONG_NUMBER = '+254 (0)20 224 09 00 - 01 - 1234'
const UNHEARD = { hearsYou: 'no', notHearingSinceMs: 980_000 } as const
/** Nobody has a picture here, and neither has oneself. */
const YOU = { ...FACTS.you, camera: 'off' } as const
const CLOSED_YOU = { ...YOU, microphone: { phase: 'closed', by: 'start' } } as const
const SERVER_AWAY = { ...FACTS.connection, serverLostSinceMs: 900_000 }
const OWN_PICTURE = { number: v.parse(TrackNumber, 1), media: undefined, isCovered: false }

/** The call in every state that its screen has words for, by name. */
export const CALL_STATES: ReadonlyMap<string, CallView> = new Map([
  ['all is well', withOwnPicture('on')],
  ['camera starts', withOwnPicture('starting')],
  ...noticed().map((notice) => [nameOf(notice), withNotice(notice)] as const),
  ...keysOf(MICROPHONE_CLOSED).map((by) => [`closed: ${by}`, closedBy(by)] as const),
  ...keysOf(HELD).map((code) => [`held: ${code}`, viewOf(held(code))] as const),
  ...(['foreign', 'unconfirmed'] as const).flatMap((is) => {
    const doubt = { is, sinceMs: FACTS.nowMs }
    return [
      [`sound: ${is}`, withOther({ doubts: { sound: doubt } })],
      [`picture: ${is}`, withOther({ doubts: { picture: doubt } })],
      [`sound and picture: ${is}`, withOther({ doubts: { sound: doubt, picture: doubt } })],
    ] as const
  }),
  ...keysOf(FLOW).map((flow) => [`comes in: ${flow}`, withOther({ flow })] as const),
  ...(['coming-back', 'silent', 'not-heard'] as const).map(
    (presence) => [`presence: ${presence}`, withOther({ presence })] as const,
  ),
  ['announced', { ...viewOf({}), said: announced() }],
  ['is not heard by one', withOther(UNHEARD)],
  ['sound arrives late', { ...viewOf({}), lateMs: 1400 }],
  ['desks that say nothing', viewOf({ deskSaidAtMs: twelveMinutesAgo() })],
  ['other lists: of members and desks', viewOf(withOtherLists())],
  ['alone', viewOf({ people: PEOPLE.slice(0, 1), heldBack: { because: 'alone' } })],
  ['coming in', viewOf({ standing: { phase: 'joining', again: undefined } })],
  ['messages', viewOf({ messages: written() }, { panel: 'messages', draft: 'We agree.' })],
  ['no messages', viewOf({}, { panel: 'messages' })],
  ['unread', viewOf({ messages: written() })],
  ...LANGUAGE_STATES,
  ...AGENDA_STATES,
  ...RECORDING_STATES,
  ['in their rooms', inTheirRooms()],
  ...(['call-code', 'company', 'devices', 'leave'] as const).map(
    (dialog) => [`dialog: ${dialog}`, viewOf({}, { dialog })] as const,
  ),
  ['reconnecting', reconnecting()],
  ['reconnecting, long number', { ...reconnecting(), telephone: LONG_NUMBER }],
  ['reconnecting, no number', { ...reconnecting(), telephone: undefined }],
  ['held, no number', { ...viewOf(held()), telephone: undefined }],
  ['dialog: turned away', viewOf({ incidents: turnedAway() }, { dialog: 'turned-away' })],
  ['two notices', viewOf({ ...held(), connection: SERVER_AWAY })],
  ['more notices than have room', viewOf(muchAtOnce())],
  ['dialog: notices', viewOf(muchAtOnce(), { dialog: 'notices' })],
  ['dialog: notices, none left', viewOf({}, { dialog: 'notices' })],
  ['speaks without a tile', speaksWithoutTile()],
  ...PRIVATE_STATES,
  ...MESSAGE_STATES,
  ['aided', { ...viewOf({}), aided: { isThere: true, asked: undefined } }],
  [
    'aided: asked',
    { ...viewOf({ you: CLOSED_YOU }), aided: { isThere: true, asked: { id: 'o1' } } },
  ],
  ['room display: aided', { ...inRoom({}), aided: { isThere: true, asked: undefined } }],
  [
    'room display: aided, asked',
    { ...inRoom({ you: CLOSED_YOU }), aided: { isThere: true, asked: { id: 'o1' } } },
  ],
  ['room display', inRoom({})],
  ['room display: closed', inRoom({ you: CLOSED_YOU })],
  ['room display: much to say', inRoom({ ...troubled(), messages: written() })],
  ['room display: held', inRoom({ ...held(), you: CLOSED_YOU })],
  ['room display: not heard', { ...inRoom({}), notices: withOther(UNHEARD).notices }],
  ['room display: sound arrives late', { ...inRoom({}), lateMs: 1400 }],
  ...(['no-transforms', 'sends-unsealed'] as const).map(
    (why) => [`unfit: ${why}`, unfit(why)] as const,
  ),
])

/** Its type, and what tells it from others of that type. */
function nameOf(notice: CallNotice): string {
  const facts = Object.entries(notice).filter(([fact]) => !ALIKE.has(fact))
  const said = facts.map(([fact, value]) => `${fact} ${String(value)}`)
  return [`notice: ${notice.type}`, ...said].join(', ')
}

function viewOf(facts: Partial<CallFacts>, screen: Partial<CallScreenState> = {}): CallView {
  const own = { screen: { ...CALL_SCREEN_START, ...screen }, speaker: undefined }
  const people = withOpen(seat(2), facts.people ?? PEOPLE)
  const speaking = new Set([seat(2)])
  return callView({ ...FACTS, you: YOU, ...facts, people }, { ...own, speaking, said: [] })
}

/** Whoever is shown to speak has an open microphone. */
function withOpen(speaker: SeatId, people: readonly Person[]): readonly Person[] {
  return people.map((one) => (one.seat === speaker ? { ...one, microphone: 'open' } : one))
}

/** The same on a room display, while somebody without a picture speaks. */
function inRoom(facts: Partial<CallFacts>): CallView {
  const own = { screen: { ...CALL_SCREEN_START, display: 'room' as const }, speaker: seat(5) }
  const people = withOpen(seat(5), facts.people ?? PEOPLE)
  return callView(
    { ...FACTS, you: YOU, ...facts, people },
    { ...own, speaking: new Set(), said: [] },
  )
}

/** The other principal freezes, one adviser comes back, and one seat does not count. */
function troubled(): Partial<CallFacts> {
  const people = PEOPLE.map((one, place): Person => {
    if (place === 1) return { ...one, flow: 'stopped' }
    if (place === 3) return { ...one, presence: 'coming-back' }
    return place === 6 ? { ...one, standing: 'withdrawn' } : one
  })
  return { people, heldBack: { because: 'held', seat: seat(6), code: 'withdrawn' } }
}

/** The other desk; one’s own has never said what its lists are. */
function twelveMinutesAgo(): CallFacts['deskSaidAtMs'] {
  return new Map(SIDES.slice(1).map(({ side }) => [side, FACTS.nowMs - 12 * 60_000]))
}

function withOtherLists(): Partial<CallFacts> {
  const sides = SIDES.map(({ side }) => side)
  const people = PEOPLE.map((one, place) => {
    const lists = (['newer', 'older'] as const)[place - 1]
    return { ...one, lists }
  })
  return { people, deskLists: new Map(sides.map((side, at) => [side, at ? 'older' : 'newer'])) }
}

/** The other principal’s seat does not count while he sits here. */
function held(code: HeldCode = 'withdrawn'): Partial<CallFacts> {
  const people = PEOPLE.map((one, place) => (place === 1 ? { ...one, standing: code } : one))
  return { people, heldBack: { because: 'held', seat: seat(1), code } }
}

function muchAtOnce(): Partial<CallFacts> {
  return { ...held(), connection: SERVER_AWAY, incidents: turnedAway() }
}

function turnedAway(): CallFacts['incidents'] {
  const refused = { type: 'refused', by: undefined } as const
  const removed = { type: 'removed', name: NAME, seat: seat(2) } as const
  return [
    { ...removed, id: 'one', atMs: 400_000, because: 'silent', by: 'Odile Rochat' },
    { ...refused, id: 'two', atMs: 640_000, code: 'no-proof' },
    { ...refused, id: 'three', atMs: 710_000, code: 'bad-path', by: 'Josphat Mwendwa' },
    { ...removed, id: 'four', atMs: 900_000, because: 'withdrawn', by: undefined },
  ]
}

function withOwnPicture(camera: 'on' | 'starting'): CallView {
  const people = PEOPLE.map((one) => (one.isYou ? { ...one, camera: OWN_PICTURE } : one))
  return viewOf({ people, you: { ...YOU, camera } })
}

function withNotice(notice: CallNotice): CallView {
  return { ...viewOf({}), notices: { shown: [notice], inAll: 1 } }
}

function withOther(change: Partial<Person>): CallView {
  const people = PEOPLE.map((person, place) => (place === 1 ? { ...person, ...change } : person))
  return viewOf({ people })
}

function closedBy(by: keyof typeof MICROPHONE_CLOSED): CallView {
  return viewOf({ you: { ...YOU, microphone: { phase: 'closed', by } } })
}

function reconnecting(): CallView {
  const lost = { serverLostSinceMs: undefined, mediaLostSinceMs: 990_000 }
  const microphone = { phase: 'closed', by: 'reconnecting-shown' } as const
  return viewOf({
    you: { ...YOU, microphone },
    connection: { ...lost, isReconnectingShown: true },
  })
}

function unfit(why: 'no-transforms' | 'sends-unsealed'): CallView {
  return viewOf({ incidents: [{ id: 'unfit', atMs: 0, type: 'browser-unfit', why }] })
}

/** A screen is shared and there are more people than tiles. */
function speaksWithoutTile(): CallView {
  const number = v.parse(TrackNumber, 9)
  const screen = { number, media: undefined, isCovered: false }
  const shared = PEOPLE.map((one, place) => (place === 1 ? { ...one, screen } : one))
  const people = withOpen(seat(7), shared)
  const own = { screen: CALL_SCREEN_START, speaker: seat(7), said: [] }
  return callView({ ...FACTS, you: YOU, people }, { ...own, speaking: new Set([seat(7)]) })
}

function written(): CallFacts['messages'] {
  const [own, other] = SIDES
  if (!own || !other) throw new Error('There are two sides')
  return [
    {
      id: 'one',
      from: { seat: seat(1), name: 'Zawadi Kiptalam', side: other.side },
      text: 'Annex 2, table 4.',
      language: 'en',
      translations: [],
      atMs: 940_000,
      state: 'received',
    },
    {
      id: 'two',
      from: { seat: seat(0), name: 'Reto Camenzind', side: own.side },
      text: 'نراجعه الآن.',
      language: 'ar',
      translations: [],
      atMs: 960_000,
      state: 'sending',
    },
  ]
}

function announced(): CallView['said'] {
  const sayings: readonly Saying[] = [
    { type: 'you-are-in', with: [NAME, 'Zawadi Kiptalam'] },
    { type: 'came-in', name: NAME },
    ...(['here', 'coming-back', 'silent'] as const).map(
      (presence) => ({ type: 'presence', name: NAME, presence }) as const,
    ),
    { type: 'speaks', name: NAME },
    { type: 'microphone-open' },
    { type: 'written', by: NAME },
    { type: 'asked-to-wait' },
    { type: 'late-sound', lateMs: 1400 },
  ]
  return sayings.map((saying, key) => ({ key, atMs: 0, isUrgent: false, saying }))
}

function noticed(): readonly CallNotice[] {
  const common = { id: 'one', canBeDismissed: true, name: NAME, by: NAME, atMs: 900_000 }
  const unsigned = { ...common, by: undefined }
  const unheard = { ...common, type: 'not-heard-by', canBeDismissed: false } as const
  return [
    ...[undefined, ...keysOf(JOINS_AGAIN)].map(
      (again) => ({ ...common, type: 'joining', again }) as const,
    ),
    { ...common, type: 'not-fresh', mustHear: 'own-side' },
    { ...common, type: 'not-fresh', mustHear: 'anyone' },
    { ...common, type: 'alone' },
    { ...common, type: 'held', code: 'not-agreed', isYou: true },
    { ...common, type: 'held', name: '', code: undefined, isYou: false },
    ...keysOf(HELD).map((code) => ({ ...common, type: 'held', code, isYou: false }) as const),
    { ...common, type: 'server-lost' },
    { ...common, type: 'asks-to-wait' },
    ...keysOf(WHY_ASKED).map(
      (what) => ({ ...common, type: 'asks', what, asked: { id: 'r1', from: seat(5) } }) as const,
    ),
    { ...unheard, not: [NAME], of: 7, forSeconds: 8, hasAsked: false },
    { ...unheard, not: [NAME, 'Zawadi Kiptalam'], of: 7, forSeconds: 21, hasAsked: true },
    ...keysOf(REFUSED).map((code) => ({ ...unsigned, type: 'refused', code }) as const),
    { ...common, type: 'refused', code: 'malformed' },
    ...keysOf(REMOVED).map((because) => ({ ...common, type: 'removed', because }) as const),
    ...keysOf(FAILED_IN_CALL).flatMap((kind) =>
      keysOf(FAILED_IN_CALL[kind]).map(
        (why) => ({ ...common, type: 'device-failed', kind, why }) as const,
      ),
    ),
    ...keysOf(NOT_PLAYED).map(
      (code) => ({ ...common, type: 'not-played', kind: 'microphone', code }) as const,
    ),
    { ...common, type: 'not-played', kind: 'camera', code: 'replayed' },
    ...(['sound', 'picture'] as const).map((of) => ({ ...common, type: 'foreign', of }) as const),
    ...(['sound', 'picture', 'both'] as const).map(
      (of) => ({ ...common, type: 'unconfirmed', of }) as const,
    ),
    { ...common, type: 'text-missed' },
    ...(['newer', 'older'] as const).map(
      (lists) =>
        ({ ...common, type: 'lists-apart', lists, names: [NAME], desks: ['Kenya'] }) as const,
    ),
    { ...common, type: 'old-keys', names: [NAME, 'Zawadi Kiptalam'] },
    { ...common, type: 'unsettled' },
    { ...common, type: 'not-entered' },
  ]
}

/** One side has declared who is there, and somebody came into a room of the other. */
function inTheirRooms(): CallView {
  const people = PEOPLE.map((person, place) => {
    const company = place === 2 ? [] : place < 3 ? COMPANY : undefined
    return { ...person, company }
  })
  const [came] = COMPANY
  const [, other] = PEOPLE
  if (!came || !other) throw new Error('There are people in the samples')
  return viewOf({
    people,
    incidents: [
      {
        id: 'company',
        atMs: FACTS.nowMs,
        type: 'company',
        seat: other.seat,
        name: other.name,
        came: [came],
        gone: [],
      },
    ],
  })
}
