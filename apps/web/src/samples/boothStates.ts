import { LeafIndex } from '@parley/protocol'
import { greenRoom, type Call } from '@parley/call'
import { PLENARY } from '@parley/protocol'
import { signal } from '@preact/signals-core'
import * as v from 'valibot'
import { Ears } from '../adapters/ears.ts'
import type { Booth } from '../model/booth/booth.ts'
import { boothView, type BoothOwn, type BoothView } from '../model/booth/boothView.ts'
import type { CallFacts, Person } from '../model/callFacts.ts'
import { FACTS, PEOPLE, seat } from '../model/callSamples/people.ts'
import { BOOTH_AGENDA } from './agendaStates.ts'
import { CALL_SCREEN_START } from '../model/callScreenState.ts'
import { callView, type CallView } from '../model/callView.ts'

/** A console in one of its states, beside the call that it is in. */
type BoothState = { booth: Booth; call: CallView }

const [interpreter, partner, speaker] = [seat(0), seat(5), seat(1)]
const own = v.parse(LeafIndex, 0)
const other = v.parse(LeafIndex, 5)
const SIDE = PEOPLE[0]?.side
const OWN: BoothOwn = {
  into: 'fr',
  draft: '',
  loudness: 0.7,
  onAirSinceMs: FACTS.nowMs - 1_450_000,
  behind: new Map([[seat(6), 3100]]),
}
const ON_AIR = { phase: 'open', aim: { into: 'fr' } } as const
const CLOSED = { phase: 'closed', by: 'start' } as const
const PARTNER_ON_AIR = {
  microphone: 'open',
  into: 'fr',
  opened: { atMs: FACTS.nowMs - 610_000, order: 3 },
} as const

/** The interpreter's console in each state that it has words for, by name. */
export const BOOTH_STATES: ReadonlyMap<string, BoothState> = new Map([
  ['booth: on air', stateOf({}, { requests: asked() })],
  ['booth: coughs', stateOf({ microphone: { phase: 'coughing', aim: { into: 'fr' } } })],
  ['booth: opens', stateOf({ microphone: { phase: 'opening', aim: { into: 'fr' } } })],
  ['booth: nobody hears', stateOf({ people: withPeople({}, { listens: undefined }) })],
  ['booth: offered', stateOf({}, { handOver: offer(own, other) })],
  ['booth: off air', stateOf({ microphone: CLOSED })],
  ['booth: partner on air', stateOf({ microphone: CLOSED, people: withPeople(PARTNER_ON_AIR) })],
  [
    'booth: is offered',
    stateOf(
      { microphone: CLOSED, people: withPeople(PARTNER_ON_AIR) },
      { handOver: offer(other, own) },
    ),
  ],
  [
    'booth: handed over',
    stateOf({
      microphone: { phase: 'closed', by: 'handed-over' },
      people: withPeople(PARTNER_ON_AIR),
    }),
  ],
  ['booth: partner coming back', stateOf({ people: withPeople({ presence: 'coming-back' }) })],
  ['booth: alone in it', stateOf({ people: PEOPLE_HERE().filter((one) => one.seat !== partner) })],
  ['booth: without partner', stateOf({ interpreters: INTERPRETERS().slice(0, 1) })],
  ['booth: held back', stateOf({ heldBack: { because: 'alone' } })],
  ['booth: writes', stateOf({}, { messages: written() }, { draft: 'Cinq minutes ?' })],
  ['booth: relay', stateOf({}, { listens: relay() })],
])

function INTERPRETERS(): CallFacts['interpreters'] {
  return PEOPLE_HERE().filter(({ role }) => role === 'interpreter')
}

/** The first of the samples interprets here, into French and Kiswahili. */
function PEOPLE_HERE(): readonly Person[] {
  return withPeople({})
}

function withPeople(ofPartner: Partial<Person>, ofOthers: Partial<Person> = {}): readonly Person[] {
  return PEOPLE.map((one): Person => {
    if (one.seat === interpreter)
      return { ...one, name: 'Camille Favre', role: 'interpreter', languages: ['fr', 'sw'] }
    if (one.seat === partner) return { ...one, languages: ['fr', 'sw'], ...ofPartner }
    if (one.seat === seat(6))
      return { ...one, languages: ['en'], microphone: 'open', into: 'en', opened: undefined }
    const listens = SIDE && { side: SIDE, language: 'fr' }
    return {
      ...one,
      ...(one.seat === speaker && { microphone: 'open' as const }),
      listens,
      ...ofOthers,
    }
  })
}

function stateOf(
  facts: Partial<CallFacts> & { microphone?: CallFacts['you']['microphone'] },
  call: Partial<Call> = {},
  ownState: Partial<BoothOwn> = {},
): BoothState {
  const { microphone = ON_AIR, ...rest } = facts
  const people = rest.people ?? PEOPLE_HERE()
  const you = { ...FACTS.you, camera: 'off', role: 'interpreter', microphone } as const
  const now: CallFacts = { ...FACTS, interpreters: INTERPRETERS(), people, you, ...rest }
  const view = boothView(now, {
    call: { ...inRoom(), ...call },
    own: { ...OWN, ...ownState },
    speaker,
  })
  const screen = { ...CALL_SCREEN_START, display: 'booth' as const }
  const shown = callView(now, { screen, speaker, speaking: new Set(), said: [] })
  return { booth: boothOf(view), call: { ...shown, agenda: BOOTH_AGENDA } }
}

function boothOf(view: BoothView): Booth {
  const levels = new Map([
    [speaker, -24],
    [seat(6), -30],
    [interpreter, -18],
  ])
  return {
    view: signal(view),
    levels: signal(levels),
    voice: signal(view.air.is === 'on-air' ? -18 : undefined),
    microphone: signal(undefined),
    ears: new Ears(0.7),
    send: () => undefined,
    [Symbol.dispose]: () => undefined,
  }
}

function inRoom(): Call {
  const { side } = PEOPLE[0] ?? {}
  if (!side) throw new Error('Somebody sits here')
  const call = greenRoom({ seat: interpreter, side, room: PLENARY })
  return { ...call, joining: { phase: 'in-call', leaf: own, epoch: 1, anewAtMs: undefined } }
}

function offer(from: LeafIndex, to: LeafIndex): Call['handOver'] {
  return { inLog: 0, successors: new Map(), offers: new Map([[from, { into: 'fr', to, atMs: 0 }]]) }
}

function asked(): Call['requests'] {
  const request = { of: speaker, atMs: FACTS.nowMs - 20_000 } as const
  return [
    { ...request, id: 'one', what: 'repeat-number', is: 'not-said' },
    { ...request, id: 'two', what: 'unfit-sound', is: 'said' },
    { ...request, id: 'three', what: 'slower', is: 'seen' },
  ]
}

function written(): Call['messages'] {
  const text = { atMs: FACTS.nowMs - 60_000 }
  return [
    {
      ...text,
      id: 'one',
      from: partner,
      to: interpreter,
      text: 'Encore dix minutes ?',
      state: 'received',
    },
    {
      ...text,
      id: 'two',
      from: interpreter,
      to: partner,
      text: 'Oui, volontiers.',
      state: 'sending',
    },
  ]
}

function relay(): Call['listens'] {
  const kenya = PEOPLE[6]?.side
  return kenya && { side: kenya, language: 'en' }
}
