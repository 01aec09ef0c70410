import type { CallFacts, CallSide, Person } from '../model/callFacts.ts'
import { FACTS, PEOPLE, seat } from '../model/callSamples/people.ts'
import { CALL_SCREEN_START, type CallScreenState } from '../model/callScreenState.ts'
import type { Levels } from '../model/callSpeaker.ts'
import { callView, type CallView } from '../model/callView.ts'
import { boothsOf } from '../model/listening/booths.ts'
import type { ForSpeaker, InterpretedInto } from '../model/listening/forSpeaker.ts'
import type { InterpreterSaying } from '../model/listening/interpreterSaid.ts'
import { listeningView, type ListeningView } from '../model/listening/listeningView.ts'

/** How loud the two interpreters and the other principal are. */
export const LEVELS: Levels = new Map([
  [seat(5), -22],
  [seat(6), -90],
  [seat(1), -20],
])

const ODILE = 'Odile Rochat'
/** The Swiss one is on air in French, and so is one of the other side in a third language. */
const INTERPRETED = PEOPLE.map((one): Person => {
  if (one.seat === seat(5)) return onAir(one, 'fr')
  return one.seat === seat(1) ? { ...one, microphone: 'open' } : one
})
/** Both sides have a booth for French. */
const BOTH = INTERPRETED.map((one) =>
  one.seat === seat(6) ? onAir({ ...one, languages: ['sw', 'fr'] }, 'fr') : one,
)

/** The call with its interpretation, by name. */
export const LANGUAGE_STATES: ReadonlyMap<string, CallView> = new Map([
  ['languages', stateOf({ screen: { panel: 'languages' } })],
  ['languages: floor', stateOf({ screen: { panel: 'languages' }, isFloor: true })],
  ['languages: nobody on air', stateOf({ screen: { panel: 'languages' }, people: PEOPLE })],
  ['languages: two booths', stateOf({ screen: { panel: 'languages' }, people: BOTH })],
  ['languages: nobody interprets', stateOf({ screen: { panel: 'languages' }, people: [] })],
  ['languages: the interpreter alone', stateOf({ screen: { panel: 'languages' }, under: 0 })],
  ['dialog: languages', stateOf({ screen: { dialog: 'languages' } })],
  ['interpretation is announced', stateOf({ said: sayings() })],
  ...forTheSpeaker(),
  ['room display: interpretation', stateOf({ screen: { display: 'room' } })],
  ['room display: nobody interprets', stateOf({ screen: { display: 'room' }, people: PEOPLE })],
  [
    'room display: interpretation still running',
    stateOf({
      screen: { display: 'room' },
      tell: { missing: [], running: [intoThat('fr')] },
    }),
  ],
])

/** What is told of one language, of one by its side, and of several at once. */
function forTheSpeaker(): readonly (readonly [string, CallView])[] {
  const theirs = FACTS.sides.slice(1, 2)
  const told: Readonly<Record<string, ForSpeaker>> = {
    'still-running': { missing: [], running: [intoThat('fr')] },
    'still-running, by side': { missing: [], running: [intoThat('fr', theirs)] },
    'nobody-interprets': { missing: [intoThat('fr')], running: [] },
    'nobody-interprets, by side': { missing: [intoThat('fr', theirs)], running: [] },
    'several languages': {
      missing: [intoThat('de'), intoThat('ar')],
      running: [intoThat('fr', theirs), intoThat('sw'), intoThat('ru')],
    },
  }
  return Object.entries(told).map(([name, tell]) => [`for the speaker: ${name}`, stateOf({ tell })])
}

function intoThat(language: string, of: readonly CallSide[] = []): InterpretedInto {
  return { language, of }
}

function onAir(person: Person, into: string): Person {
  const opened = { atMs: FACTS.nowMs - 720_000, order: 1 }
  return { ...person, microphone: 'open', into, opened }
}

function stateOf({
  screen = {},
  people = INTERPRETED,
  isFloor = false,
  under = 15,
  tell,
  said = [],
}: {
  screen?: Partial<CallScreenState>
  people?: readonly Person[]
  isFloor?: boolean
  under?: number
  tell?: ForSpeaker
  said?: ListeningView['said']
}): CallView {
  const interpreters = people.filter(({ role }) => role === 'interpreter')
  const here = people.length > 0 ? people : PEOPLE.filter(({ role }) => role !== 'interpreter')
  const facts: CallFacts = {
    ...FACTS,
    people: here,
    interpreters,
    you: { ...FACTS.you, camera: 'off' },
  }
  const booths = boothsOf(facts)
  const listening = listeningView({
    facts,
    booths,
    booth: isFloor ? undefined : booths[0],
    speaker: seat(1),
    underPercent: under,
    forSpeaker: tell,
    said,
  })
  return callView(facts, {
    screen: { ...CALL_SCREEN_START, ...screen },
    speaker: seat(1),
    speaking: new Set([seat(1)]),
    said: [],
    listening,
  })
}

function sayings(): ListeningView['said'] {
  const all: readonly InterpreterSaying[] = [
    { type: 'you-hear', language: 'fr', name: ODILE },
    { type: 'you-hear', language: 'fr', name: undefined },
    { type: 'interprets', language: 'fr', name: ODILE },
    { type: 'nobody-interprets', language: 'fr' },
  ]
  return all.map((saying, key) => ({ key, atMs: 0, saying }))
}
