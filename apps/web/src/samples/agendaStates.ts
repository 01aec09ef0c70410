import { NO_PARTS, type Parts } from '@parley/call'
import type { Hash, SideId } from '@parley/protocol'
import { movesOf, type AgendaPart, type PartWord } from '@parley/seal'
import { FACTS, PEOPLE, seat } from '../model/callSamples/people.ts'
import type { CallFacts } from '../model/callFacts.ts'
import { NOBODY_ASKS, type AskingState } from '../model/agenda/askingToSpeak.ts'
import { agendaView, type AgendaView } from '../model/agenda/agendaView.ts'
import { partsView, type PartsView } from '../model/agenda/partsView.ts'
import { CALL_SCREEN_START, type CallScreenState } from '../model/callScreenState.ts'
import { callView, type CallView } from '../model/callView.ts'
import { recordingStates } from './recordingStates.ts'

const ITEMS: readonly AgendaPart[] = [
  { part: 1, title: 'Greeting', minutes: 10, open: true },
  { part: 2, title: 'Release schedule in dry years', minutes: 25, open: false },
  { part: 3, title: 'Compensation for storage losses', minutes: 40, open: false },
  { part: 4, title: 'Joint monitoring', minutes: 15, open: false },
  { part: 5, title: 'Closing words', minutes: 10, open: true },
]
const [YOU, FAR, ODILE, ADVISER] = [seat(0), seat(1), seat(2), seat(3)]
const [OWN, OTHER] = FACTS.sides.map(({ side }) => side) as [SideId, SideId]
const PLAN = 'A'.repeat(43) as Hash
const GROUND: Parts['ground'] = {
  sides: [OWN, OTHER],
  plans: new Map([[PLAN, { version: 1, agenda: [...ITEMS] }]]),
}
const MINUTE = 60_000

type Said = Pick<PartWord, 'move' | 'item'> & Partial<PartWord>

const says = (said: Said): PartWord => ({
  is: 'for',
  side: OTHER,
  seat: FAR,
  plan: PLAN,
  atMs: FACTS.nowMs - 9 * MINUTE,
  isDoubted: false,
  ...said,
})
const both = (said: Said): PartWord[] => [says(said), says({ ...said, side: OWN, seat: YOU })]

const [FIRST, SECOND] = [both({ move: 1, item: 1 }), both({ move: 2, item: 2 })]
const RUNNING = [...FIRST, ...SECOND]
const NEXT = { move: 3, item: 3, atMs: FACTS.nowMs - 5000 }
const THEIRS = says(NEXT)
const YOURS = says({ ...NEXT, side: OWN, seat: YOU })
const OF_DESK = says({ ...NEXT, item: 5, seat: undefined })

/** What is known of the parts after these words. */
function known(words: readonly PartWord[], { maySpeak = true, ahead = false } = {}): PartsView {
  const parts: Parts = {
    ...NO_PARTS,
    words,
    ground: GROUND,
    plan: PLAN,
    speaker: { side: OWN, seat: YOU, maySpeak },
    moves: movesOf(words, GROUND),
    ahead: ahead ? [{ seat: FAR, known: undefined, sinceMs: FACTS.nowMs - MINUTE }] : [],
  }
  const seats = new Map(PEOPLE.map((person) => [person.seat, person]))
  return partsView(parts, { agenda: ITEMS, nowMs: FACTS.nowMs, seats, sides: FACTS.sides })
}

const ASKING = asking(FAR, ADVISER, ODILE)
const INTERPRETS = { ...FACTS.you, role: 'interpreter' } as const

/** The agenda as an interpreter's console has it. */
export const BOOTH_AGENDA: AgendaView = viewOf({
  parts: known(RUNNING, { maySpeak: false }),
  asking: ASKING,
  you: INTERPRETS,
})

/** The parts as a desk has them, by name. */
export const DESK_PARTS: ReadonlyMap<string, PartsView> = new Map([
  ['not begun', known([])],
  ['a closed part', known(RUNNING)],
  ['the other side proposes', known([...RUNNING, THEIRS])],
])

/** The agenda in every state that its screen has words for, by name. */
export const AGENDA_STATES: ReadonlyMap<string, CallView> = new Map([
  ['agenda: not begun', stateOf({ parts: known([]) })],
  ['agenda: on its way', { ...stateOf({ parts: known([]) }), agenda: undefined }],
  ['agenda: an open part', stateOf({ parts: known(FIRST) })],
  [
    'agenda: an open part that one side closed',
    stateOf({ parts: known([...FIRST, says({ move: 1, item: 1, is: 'closed' })]) }),
  ],
  ['agenda: over', stateOf({ parts: known([...RUNNING, ...both({ move: 3, item: null })]) })],
  ['agenda: the other side proposes', stateOf({ parts: known([...RUNNING, THEIRS]) })],
  [
    'agenda: the other desk proposes an open part',
    stateOf({ parts: known([...RUNNING, OF_DESK]) }),
  ],
  ['agenda: you propose', stateOf({ parts: known([...RUNNING, YOURS]) })],
  [
    'agenda: seen by who does not speak for a side',
    stateOf({ parts: known([...RUNNING, THEIRS], { maySpeak: false }) }),
  ],
  [
    'agenda: declined',
    stateOf({ parts: known([...RUNNING, YOURS, says({ ...NEXT, is: 'refused' })]) }),
  ],
  [
    'agenda: taken back by a desk',
    stateOf({ parts: known([...RUNNING, OF_DESK, { ...OF_DESK, is: 'refused' }]) }),
  ],
  ['agenda: the talks have moved on', stateOf({ parts: known(RUNNING, { ahead: true }) })],
  ['agenda: two ask to speak', stateOf({ parts: known(RUNNING), asking: ASKING })],
  ['agenda: you ask to speak', stateOf({ parts: known(RUNNING), asking: asking(YOU, FAR) })],
  ['dialog: agenda', stateOf({ parts: known(RUNNING), asking: ASKING }, { dialog: 'agenda' })],
  ['dialog: agenda, in an open part', stateOf({ parts: known(FIRST) }, { dialog: 'agenda' })],
  [
    'dialog: agenda, of an interpreter',
    stateOf({ parts: known(RUNNING, { maySpeak: false }), you: INTERPRETS }, { dialog: 'agenda' }),
  ],
  [
    'room display: next to speak',
    stateOf({ parts: known(RUNNING), asking: ASKING }, { display: 'room' }),
  ],
  ['room display: an open part', stateOf({ parts: known(FIRST) }, { display: 'room' })],
  [
    'room display: the other side proposes',
    stateOf({ parts: known([...RUNNING, THEIRS]) }, { display: 'room' }),
  ],
])

/** Who records, beside an open part, a closed one, and on a room display. */
export const RECORDING_STATES: ReadonlyMap<string, CallView> = recordingStates({
  open: stateOf({ parts: known(FIRST) }),
  closed: stateOf({ parts: known(RUNNING) }),
  room: stateOf({ parts: known(FIRST) }, { display: 'room' }),
})

type Shown = { parts: PartsView; asking?: AskingState; you?: CallFacts['you'] }

function stateOf(shown: Shown, screen: Partial<CallScreenState> = {}): CallView {
  const view = callView(
    { ...FACTS, agenda: ITEMS, people: PEOPLE, you: { ...FACTS.you, camera: 'off' } },
    {
      screen: { ...CALL_SCREEN_START, ...screen },
      speaker: FAR,
      speaking: new Set([FAR]),
      said: [],
    },
  )
  return { ...view, agenda: viewOf(shown) }
}

function viewOf({ parts, asking: of = NOBODY_ASKS, you = FACTS.you }: Shown): AgendaView {
  return agendaView({ people: PEOPLE, you }, { parts, asking: of })
}

function asking(...seats: readonly (typeof YOU)[]): AskingState {
  const places = seats.map((one, place) => [one, { said: place + 1, place: place + 1 }] as const)
  return { ...NOBODY_ASKS, asking: new Map(places) }
}
