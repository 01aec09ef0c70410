import { FACTS, PEOPLE, seat } from '../model/callSamples/people.ts'
import type { CallFacts } from '../model/callFacts.ts'
import { NO_AGENDA, type AgendaState } from '../model/agenda/agendaState.ts'
import { agendaView, type AgendaView } from '../model/agenda/agendaView.ts'
import { CALL_SCREEN_START, type CallScreenState } from '../model/callScreenState.ts'
import { callView, type CallView } from '../model/callView.ts'

const ITEMS: CallFacts['agenda'] = [
  { part: 1, title: 'Greeting', minutes: 10, open: true },
  { part: 2, title: 'Release schedule in dry years', minutes: 25, open: false },
  { part: 3, title: 'Compensation for storage losses', minutes: 40, open: false },
  { part: 4, title: 'Joint monitoring', minutes: 15, open: false },
  { part: 5, title: 'Closing words', minutes: 10, open: true },
]
const [YOU, FAR, ODILE, ADVISER] = [seat(0), seat(1), seat(2), seat(3)]
const SECOND: AgendaState = {
  ...NO_AGENDA,
  item: { n: 2, part: 2, atMs: FACTS.nowMs - 9 * 60_000 },
  by: FAR,
}
const ASKING: AgendaState = { ...SECOND, asking: asking(FAR, ADVISER, ODILE) }
const INTERPRETS = { ...FACTS.you, role: 'interpreter' } as const

/** The agenda as an interpreter's console has it. */
export const BOOTH_AGENDA: AgendaView = viewOf(ASKING, INTERPRETS)

/** The agenda in every state that its screen has words for, by name. */
export const AGENDA_STATES: ReadonlyMap<string, CallView> = new Map([
  ['agenda: not said', stateOf(NO_AGENDA)],
  ['agenda: an open item', stateOf({ ...SECOND, item: { n: 1, part: 1, atMs: FACTS.nowMs } })],
  ['agenda: two ask to speak', stateOf(ASKING)],
  ['agenda: you ask to speak', stateOf({ ...SECOND, asking: asking(YOU, FAR) })],
  ['dialog: agenda', stateOf(ASKING, { dialog: 'agenda' })],
  ['dialog: agenda, taken back', stateOf({ ...SECOND, by: YOU }, { dialog: 'agenda' })],
  [
    'dialog: agenda, of an interpreter',
    { ...stateOf(SECOND, { dialog: 'agenda' }), agenda: viewOf(SECOND, INTERPRETS) },
  ],
  ['room display: next to speak', stateOf(ASKING, { display: 'room' })],
])

function stateOf(state: AgendaState, screen: Partial<CallScreenState> = {}): CallView {
  const view = callView(
    { ...FACTS, people: PEOPLE, you: { ...FACTS.you, camera: 'off' } },
    {
      screen: { ...CALL_SCREEN_START, ...screen },
      speaker: FAR,
      speaking: new Set([FAR]),
      said: [],
    },
  )
  return { ...view, agenda: viewOf(state, FACTS.you) }
}

function viewOf(state: AgendaState, you: CallFacts['you']): AgendaView {
  const movedFrom = { n: 1, part: 1, atMs: FACTS.nowMs - 20 * 60_000 }
  return agendaView({ agenda: ITEMS, people: PEOPLE, you }, { state, movedFrom })
}

function asking(...seats: readonly (typeof YOU)[]): AgendaState['asking'] {
  return new Map(seats.map((one, place) => [one, { said: place + 1, place: place + 1 }]))
}
