import type { CallSide } from '../model/callFacts.ts'
import { FACTS, PEOPLE, SIDES, seat } from '../model/callSamples/people.ts'
import { messageRows } from '../model/callMessages.ts'
import { CALL_SCREEN_START, type CallScreenState } from '../model/callScreenState.ts'
import { callView, type CallView } from '../model/callView.ts'
import type {
  PrivateHearing,
  PrivateRow,
  PrivateTalk,
  PrivateView,
} from '../model/private/privateView.ts'
import { showPrivate } from '../model/private/showPrivate.ts'
import { PRIVATE_ENDED, PRIVATE_UNAVAILABLE } from '../screens/private/sentences.ts'
import { keysOf } from './keysOf.ts'

const OWN = SIDES[0] as CallSide
const SILENT: PrivateTalk = { is: 'none', isShown: false, stays: false, to: undefined }
const SPEAKING: PrivateTalk = { ...SILENT, is: 'speaking', isShown: true }
const NAME = 'Mathilde Aeberhard'
const CLOSED = { phase: 'closed', by: 'private' } as const

/** One's own side's room in every state that its screen has words for, by name. */
export const PRIVATE_STATES: ReadonlyMap<string, CallView> = new Map([
  ['private: closed', inPanel({})],
  ['private: opening', inPanel({ talk: { ...SILENT, is: 'opening', isShown: true } })],
  ['private: speaking', inPanel({ talk: SPEAKING, rows: rowsOf('hears-you') })],
  ['private: speaking, stays', inPanel({ talk: { ...SPEAKING, stays: true } })],
  ['private: closing', inPanel({ talk: { ...SPEAKING, is: 'ending' } })],
  [
    'private: whispering',
    inPanel({ talk: { ...SPEAKING, to: NAME }, rows: rowsOf('hears-you', 'left-out') }),
  ],
  [
    'private: not heard',
    inPanel({ talk: SPEAKING, rows: rowsOf('does-not-hear-you', 'not-confirmed') }),
  ],
  ['private: held', inPanel({ unavailable: 'held', rows: rowsOf('held', 'not-in') })],
  ['private: one speaks', inPanel({ speaking: [NAME], rows: rowsOf('is-in') })],
  ['private: forked', inPanel({ forked: [NAME] })],
  ...keysOf(PRIVATE_UNAVAILABLE).map(
    (why) => [`private: ${why}`, inPanel({ unavailable: why, rows: [] })] as const,
  ),
  ...keysOf(PRIVATE_ENDED).map(
    (endedBy) => [`private: ended by ${endedBy}`, inPanel({ endedBy })] as const,
  ),
  ['private: messages', written({})],
  ['private: message to our side', written({ to: 'own-side', canSend: true, draft: 'Yes.' })],
  ['room display: private', inRoom({ talk: SPEAKING, rows: rowsOf('hears-you') })],
  ['room display: private, closed', inRoom({})],
  ['room display: private, one speaks', inRoom({ speaking: [NAME] })],
])

function rowsOf(first: PrivateHearing, second: PrivateHearing = first): readonly PrivateRow[] {
  const is = [first, second, 'not-cleared'] as const
  const people = PEOPLE.filter(({ side, isYou }) => side === OWN.side && !isYou)
  return [people[0], people[2], people[1]].flatMap((one, place) => {
    const here = is[place] ?? 'not-in'
    if (!one) return []
    const { seat: id, name, office, leaf } = one
    const isIn = here !== 'not-cleared' && here !== 'not-in'
    return [{ seat: id, name, office, is: here, isSpeaking: false, leaf: isIn ? leaf : undefined }]
  })
}

function privately(change: Partial<PrivateView>): PrivateView {
  return {
    own: OWN,
    others: ['Kenya'],
    talk: SILENT,
    unavailable: undefined,
    endedBy: undefined,
    rows: rowsOf('is-in'),
    speaking: [],
    forked: [],
    writing: { to: 'everyone', draft: '', language: 'en', readers: 2, canSend: false },
    ...change,
  }
}

function shown(
  change: Partial<PrivateView>,
  screen: Partial<CallScreenState>,
  rows: Parameters<typeof showPrivate>[1]['rows'] = [],
): CallView {
  const you = { ...FACTS.you, camera: 'off', microphone: CLOSED } as const
  const own = { screen: { ...CALL_SCREEN_START, ...screen }, speaker: seat(1), said: [] }
  const call = callView({ ...FACTS, you }, { ...own, speaking: new Set([seat(1)]) })
  return showPrivate(call, { view: privately(change), rows, unread: 0, sounds: [] })
}

function inPanel(change: Partial<PrivateView>): CallView {
  return shown(change, { panel: 'private' })
}

function inRoom(change: Partial<PrivateView>): CallView {
  return shown(change, { display: 'room' })
}

function written(writing: Partial<PrivateView['writing']>): CallView {
  const facts = { ...FACTS, you: { ...FACTS.you, languages: ['fr', 'en'] } }
  const common = { language: 'en', translations: [] } as const
  const side = OWN.side
  const rows = messageRows(
    [
      {
        ...common,
        id: 'one',
        from: { seat: seat(2), name: NAME, side },
        text: 'Do we accept the second line?',
        atMs: 940_000,
        state: 'received',
      },
      {
        ...common,
        id: 'two',
        from: { seat: seat(0), name: '', side },
        text: 'Yes, if the gauge clause stays.',
        atMs: 950_000,
        state: 'sent',
      },
    ],
    facts,
  ).map((row) => ({ ...row, isPrivate: true }))
  const about = { ...privately({}).writing, ...writing }
  return shown({ writing: about }, { panel: 'messages' }, rows)
}
