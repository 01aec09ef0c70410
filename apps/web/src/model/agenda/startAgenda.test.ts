import { greenRoom, type AgendaSaid, type Call, type CallEvent, type Heard } from '@parley/call'
import { PLENARY } from '@parley/protocol'
import { signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import type { CallFacts, Person } from '../callFacts.ts'
import { FACTS, PEOPLE, seat } from '../callSamples/people.ts'
import { CALL_SCREEN_START } from '../callScreenState.ts'
import { callView } from '../callView.ts'
import { startAgenda } from './startAgenda.ts'

const [first, far] = PEOPLE as [Person, Person]
const AGENDA: CallFacts['agenda'] = [1, 2, 3].map((part) => {
  return { part, title: `Item ${part}`, minutes: 10, open: part === 1 }
})

/** One sits at the first seat, and hears what the others say of the agenda. */
function sit(role: Person['role'] = 'adviser') {
  const people = PEOPLE.map((one) => (one === first ? { ...one, role } : one))
  const you = { ...FACTS.you, role, microphone: { phase: 'closed', by: 'start' } as const }
  const facts = signal<CallFacts>({ ...FACTS, people, you, agenda: AGENDA })
  const joining = { phase: 'in-call', leaf: first.leaf, epoch: 1, anewAtMs: undefined } as const
  const room = greenRoom({ seat: first.seat, side: first.side, room: PLENARY })
  const call = signal<Call>({ ...room, joining })
  const told: AgendaSaid[] = []
  const agenda = startAgenda({
    call,
    facts,
    clock: { nowMs: () => 60_000 },
    tell: (event: CallEvent) => {
      if (event.type !== 'agenda-said') return
      told.push(event.said)
      call.value = { ...call.peek(), agenda: event.said }
    },
  })
  const own = {
    screen: CALL_SCREEN_START,
    speaker: undefined,
    speaking: new Set<never>(),
    said: [],
  }
  const hear = (said: AgendaSaid, from: Person = far): void => {
    const heard = said as Heard
    const member = { ...from, heldFor: undefined, heard } as never
    call.value = { ...call.peek(), members: new Map(call.peek().members).set(from.leaf, member) }
  }
  hear({})
  return {
    take: agenda.take,
    hear,
    told,
    facts,
    get shown() {
      return agenda.show(callView(facts.peek(), own)).agenda
    },
  }
}

test('an item that is chosen is said, stands with one’s name, and is taken back by another word (R66)', () => {
  const seated = sit()
  seated.hear({ item: { n: 4, part: 1, atMs: 0 } })

  seated.take({ type: 'agenda-item-chosen', part: 2 })
  const { now, back } = seated.shown ?? {}
  seated.take({ type: 'agenda-taken-back' })

  expect([now?.part, now?.by?.isYou, back?.part]).toEqual([2, true, 1])
  expect(seated.told.map(({ item }) => [item?.n, item?.part])).toEqual([
    [4, 1],
    [5, 2],
    [6, 1],
  ])
})

test('what another says is repeated, so that whoever comes later hears it from anybody (R66)', () => {
  const { hear, told } = sit()

  hear({ item: { n: 1, part: 3, atMs: 5 } })

  expect(told).toEqual([{ item: { n: 1, part: 3, atMs: 5 } }])
})

test.each(['interpreter', 'technician', 'press'] as const)(
  'neither the word nor the wish of whoever sits as %s counts (R66, R67)',
  (role) => {
    const seated = sit(role)
    seated.hear({ item: { n: 1, part: 3, atMs: 5 } })

    seated.take({ type: 'agenda-item-chosen', part: 2 })
    seated.take({ type: 'agenda-floor-pressed' })
    const other = PEOPLE[6] as Person
    seated.hear({ item: { n: 9, part: 1, atMs: 5 }, asks: 1 }, { ...other, role })

    expect(seated.told).toEqual([])
    expect([seated.shown?.now?.part, seated.shown?.asking]).toEqual([3, []])
  },
)

test('an item that the agreed agenda does not have is none', () => {
  const seated = sit()

  seated.hear({ item: { n: 1, part: 9, atMs: 5 } })

  expect([seated.shown?.now, seated.told]).toEqual([undefined, []])
})

test('one asks to speak after who asked before, and takes it back by the same press (R67)', () => {
  const seated = sit()
  seated.hear({ asks: 3 })

  seated.take({ type: 'agenda-floor-pressed' })
  const order = seated.shown?.asking.map(({ seat: of }) => of)
  seated.take({ type: 'agenda-floor-pressed' })

  expect(order).toEqual([seat(1), seat(0)])
  expect(seated.told).toEqual([{ asks: 4 }, {}])
})

test('whoever has spoken asks no more: at the opening, and of an open microphone at its closing (R67)', () => {
  const { take, told, facts } = sit()
  const be = (microphone: CallFacts['you']['microphone']) =>
    (facts.value = { ...facts.peek(), you: { ...facts.peek().you, microphone } })

  take({ type: 'agenda-floor-pressed' })
  be({ phase: 'opening' })
  const before = told.length
  be({ phase: 'open' })
  const atOpening = told.length
  take({ type: 'agenda-floor-pressed' })
  be({ phase: 'closing', by: 'holder' })

  expect([before, atOpening, told.at(-1)]).toEqual([1, 2, {}])
  expect(told).toHaveLength(4)
})
