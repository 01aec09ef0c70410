import {
  greenRoom,
  NO_PARTS,
  stepParts,
  type AgendaSaid,
  type Call,
  type CallEvent,
  type Heard,
  type PartsEvent,
} from '@parley/call'
import { PLENARY, type Hash } from '@parley/protocol'
import { partWordOf, type AgendaPart, type EntryEvent, type PartWord } from '@parley/seal'
import { signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import type { CallFacts, Person } from '../callFacts.ts'
import { FACTS, PEOPLE } from '../callSamples/people.ts'
import { CALL_SCREEN_START } from '../callScreenState.ts'
import { callView } from '../callView.ts'
import { startAgenda, type AgendaFrom } from './startAgenda.ts'

const [you, far] = PEOPLE as [Person, Person]
const PLAN = 'A'.repeat(43) as Hash
const AGENDA: readonly AgendaPart[] = [1, 2, 3].map((part) => {
  return { part, title: `Item ${part}`, minutes: 10, open: part === 1 }
})

/** The moves of a call, in which every word is heard at once. */
class AllHeard {
  parts = NO_PARTS
  readonly ground: AgendaFrom['parts']['ground']
  readonly others: unknown[] = []
  #words: readonly PartWord[] = []
  readonly #hearers = new Set<(parts: typeof NO_PARTS) => void>()

  constructor(maySpeak: boolean) {
    const sides = FACTS.sides.map(({ side }) => side)
    const plans = new Map([[PLAN, { version: 1, agenda: [...AGENDA] }]])
    const ground = { sides, plans }
    const speaker = { side: you.side, seat: you.seat, maySpeak }
    this.ground = { ...ground, plan: PLAN, speakers: new Set(), seats: new Map() }
    this.#take({ type: 'ground-changed', ground, plan: PLAN, speaker })
  }

  listen: AgendaFrom['parts']['listen'] = (hear) => {
    this.#hearers.add(hear)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }
  propose = (item: number | null) => this.#take({ type: 'part-proposed', item, nowMs: 1 })
  agree: AgendaFrom['parts']['agree'] = (to) => this.#take({ type: 'part-agreed', to, nowMs: 1 })
  refuse: AgendaFrom['parts']['refuse'] = (to) => this.#take({ type: 'part-refused', to, nowMs: 1 })
  close = () => this.#take({ type: 'part-closed', nowMs: 1 })
  hearOthers: AgendaFrom['parts']['hearOthers'] = (said, rank) =>
    void this.others.push([said, rank])

  /** What somebody of the other side signs. */
  theirs(event: EntryEvent): void {
    this.#comes(far, event)
  }

  #comes(by: Person, event: EntryEvent): void {
    const word = partWordOf(event, { side: by.side, seat: by.seat, isDoubted: false })
    this.#words = [...this.#words, ...(word ? [word] : [])]
    this.#take({ type: 'words-known', words: this.#words })
  }

  #take(event: PartsEvent): void {
    const [next, effects] = stepParts(this.parts, event)
    this.parts = next
    for (const hear of this.#hearers) hear(next)
    for (const { what } of effects) for (const one of what) this.#comes(you, one)
  }
}

/** One sits at the first seat, and hears what the others say of the agenda. */
function sit({ role }: Pick<Person, 'role'> = { role: 'principal' }) {
  const people = PEOPLE.map((one) => (one.isYou ? { ...one, role } : one))
  const own = { ...FACTS.you, role, microphone: { phase: 'closed', by: 'start' } as const }
  const facts = signal<CallFacts>({ ...FACTS, people, you: own, agenda: AGENDA })
  const joining = { phase: 'in-call', leaf: you.leaf, epoch: 1, anewAtMs: undefined } as const
  const room = greenRoom({ seat: you.seat, side: you.side, room: PLENARY })
  const call = signal<Call>({ ...room, joining })
  const told: CallEvent[] = []
  const parts = new AllHeard(role === 'principal')
  const agenda = startAgenda({
    call,
    facts,
    parts,
    tell: (event: CallEvent) => {
      told.push(event)
      if (event.type === 'agenda-said') call.value = { ...call.peek(), agenda: event.said }
      if (event.type === 'part-changed') call.value = { ...call.peek(), part: event.part }
    },
  })
  const screen = {
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
    parts,
    call,
    facts,
    get wishes() {
      return told.flatMap((one) => (one.type === 'agenda-said' ? [one.said] : []))
    },
    get shown() {
      return agenda.show(callView(facts.peek(), screen)).agenda
    },
  }
}

const move = { move: 1, item: 1, plan: PLAN }

test('what is proposed here and agreed to there is the part in progress, and one’s heartbeats say so (R78, R81)', () => {
  const seated = sit()

  seated.take({ type: 'agenda-part-proposed', item: 1 })
  const { proposals, now } = seated.shown ?? {}
  expect([proposals, now]).toMatchObject([
    [{ yours: 'take-back', awaited: ['Kenya'], leadsToOpen: true, by: { isYou: true } }],
    undefined,
  ])
  seated.parts.theirs({ is: 'part', at: 700, ...move })

  expect(seated.shown).toMatchObject({ phase: 'running', now: { title: 'Item 1', open: true } })
  expect(seated.call.peek()).toMatchObject({
    part: { item: 1, open: true, since: 700 },
    agenda: { part: { move: 1, item: 1, isOpen: true } },
  })
})

test('what the other side proposes is agreed to with one press, or declined with one (R78)', () => {
  const seated = sit()
  seated.parts.theirs({ is: 'part', at: 1, ...move })
  expect(seated.shown?.proposals).toMatchObject([{ yours: 'agree', awaited: ['Switzerland'] }])

  seated.take({ type: 'agenda-part-refused', to: move })
  expect(seated.shown?.proposals).toEqual([])
  seated.parts.theirs({ is: 'part', at: 1, ...move, move: 2 })
  seated.take({ type: 'agenda-part-agreed', to: { ...move, move: 2 } })

  expect(seated.shown?.now?.part).toBe(1)
})

test('an open part is closed by a press of either side (R79)', () => {
  const seated = sit()
  seated.parts.theirs({ is: 'part', at: 1, ...move })
  seated.take({ type: 'agenda-part-agreed', to: move })
  expect(seated.shown?.mayClose).toBe(true)

  seated.take({ type: 'agenda-part-closed' })

  expect(seated.shown).toMatchObject({
    mayClose: false,
    now: { open: false, closedBy: ['Switzerland'] },
  })
})

test('what others know of the last move is heard from all who are heard, but from none that is held (R81)', () => {
  const seated = sit()
  const known = { move: 4, item: 2, isOpen: false }

  seated.hear({ part: known })
  const member = { ...far, heldFor: 'withdrawn', heard: { part: known } } as never
  const members = new Map(seated.call.peek().members).set(far.leaf, member)
  seated.call.value = { ...seated.call.peek(), members }

  expect(seated.parts.others.slice(-2)).toEqual([
    [[{ seat: far.seat, known }], 0],
    [[], 0],
  ])
})

test('one asks to speak after who asked before, and takes it back by the same press (R67)', () => {
  const seated = sit()
  seated.hear({ asks: 3 })

  seated.take({ type: 'agenda-floor-pressed' })
  const order = seated.shown?.asking.map(({ seat }) => seat)
  seated.take({ type: 'agenda-floor-pressed' })

  expect(order).toEqual([far.seat, you.seat])
  expect(seated.wishes).toEqual([{ asks: 4 }, {}])
})

test.each(['interpreter', 'technician', 'press'] as const)(
  'the wish of whoever sits as %s does not count (R67)',
  (role) => {
    const seated = sit({ role })

    seated.take({ type: 'agenda-floor-pressed' })
    seated.hear({ asks: 1 }, { ...(PEOPLE[6] as Person), role })

    expect(seated.wishes).toEqual([])
    expect(seated.shown?.asking).toEqual([])
  },
)

test('whoever has spoken asks no more: at the opening, and of an open microphone at its closing (R67)', () => {
  const seated = sit()
  const { take, facts } = seated
  const be = (microphone: CallFacts['you']['microphone']) =>
    (facts.value = { ...facts.peek(), you: { ...facts.peek().you, microphone } })

  take({ type: 'agenda-floor-pressed' })
  be({ phase: 'opening' })
  const before = seated.wishes.length
  be({ phase: 'open' })
  const atOpening = seated.wishes.length
  take({ type: 'agenda-floor-pressed' })
  be({ phase: 'closed', by: 'holder' })

  expect([before, atOpening, seated.wishes.length]).toEqual([1, 2, 4])
  expect(seated.wishes.at(-1)).toEqual({})
})
