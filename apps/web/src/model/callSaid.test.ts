import type { SeatId } from '@parley/protocol'
import { expect, test } from 'vitest'
import type { CallFacts, Person } from './callFacts.ts'
import { NOTHING_SAID, stepSaid, type SaidState, type Saying } from './callSaid.ts'
import { FACTS, PEOPLE, seat, SIDES } from './callSamples/people.ts'

const REMOVED = { because: 'left', by: undefined, name: 'Amina Haji Nur' } as const

test('who is there when one comes in is said in one sentence, with what one’s microphone is', () => {
  const joining: CallFacts = { ...FACTS, standing: { phase: 'joining', again: undefined } }
  const closed = { ...FACTS.you, microphone: { phase: 'closed', by: 'start' } as const }

  const said = hear([{ facts: joining }, { facts: { ...FACTS, you: closed } }])

  expect(sayings(said)).toEqual([
    { type: 'you-are-in', with: PEOPLE.slice(1).map(({ name }) => name) },
    { type: 'microphone-closed', by: 'start' },
  ])
})

test('who comes later and who leaves is said by name, once', () => {
  const fewer = { ...FACTS, people: without(4) }
  const id = 'one'
  const left = { ...REMOVED, id, atMs: FACTS.nowMs, type: 'removed', seat: seat(4) } as const

  const said = hear([
    { facts: fewer },
    { facts: FACTS },
    { facts: FACTS },
    { facts: { ...fewer, incidents: [left] } },
    { facts: { ...fewer, incidents: [left] } },
  ])

  expect(sayings(said)).toEqual([
    { type: 'came-in', name: 'Amina Haji Nur' },
    { type: 'notice', notice: { ...REMOVED, id, type: 'removed', canBeDismissed: true } },
  ])
})

test('somebody who is held is no newcomer: a notice that breaks in says what is the matter', () => {
  const people = changed(4, { standing: 'not-agreed' })
  const heldBack = { because: 'held', seat: seat(4), code: 'not-agreed' } as const

  const said = hear([
    { facts: { ...FACTS, people: without(4) } },
    { facts: { ...FACTS, people, heldBack } },
  ])

  expect(said.lately).toMatchObject([
    {
      isUrgent: true,
      saying: { type: 'notice', notice: { type: 'held', name: 'Amina Haji Nur' } },
    },
  ])
})

test('that somebody is coming back and is back is said; that one was heard for the first time is not', () => {
  const said = hear([
    { facts: { ...FACTS, people: changed(3, { presence: 'not-heard' }) } },
    { facts: FACTS },
    { facts: { ...FACTS, people: changed(3, { presence: 'coming-back' }) } },
    { facts: FACTS },
  ])

  expect(sayings(said)).toEqual([
    { type: 'presence', name: 'Josphat Mwendwa', presence: 'coming-back' },
    { type: 'presence', name: 'Josphat Mwendwa', presence: 'here' },
  ])
})

test('what counts seconds is said once, and again when it is about others', () => {
  const unheard = { hearsYou: 'no', notHearingSinceMs: FACTS.nowMs - 8000 } as const
  const one = { ...FACTS, people: changed(4, unheard) }
  const two = {
    ...FACTS,
    people: one.people.map((p) => (p.seat === seat(3) ? { ...p, ...unheard } : p)),
  }

  const said = hear([
    { facts: FACTS },
    { facts: one },
    { facts: { ...one, nowMs: FACTS.nowMs + 1000 } },
    { facts: { ...two, nowMs: FACTS.nowMs + 2000 } },
  ])

  expect(sayings(said)).toMatchObject([
    { notice: { not: ['Amina Haji Nur'] } },
    { notice: { not: ['Josphat Mwendwa', 'Amina Haji Nur'] } },
  ])
})

test('that somebody asks to wait is said each time, and that one has asked oneself is confirmed', () => {
  const unheard = { hearsYou: 'no', notHearingSinceMs: FACTS.nowMs - 8000 } as const
  const one = { ...FACTS, people: changed(4, unheard) }
  const asks = (atMs: number) => ({
    ...one,
    askingToWait: [{ seat: seat(3), name: 'Josphat Mwendwa', atMs }],
  })

  const said = hear([
    { facts: one },
    { facts: { ...one, you: { ...FACTS.you, hasAskedToWait: true } } },
    { facts: asks(FACTS.nowMs) },
    { facts: { ...asks(FACTS.nowMs), nowMs: FACTS.nowMs + 1000 } },
    { facts: asks(FACTS.nowMs + 1) },
  ])

  expect(sayings(said)).toMatchObject([
    { type: 'asked-to-wait' },
    { notice: { type: 'asks-to-wait', name: 'Josphat Mwendwa' } },
    { notice: { type: 'asks-to-wait', name: 'Josphat Mwendwa' } },
  ])
})

test('that sound arrives late is said when it comes to be so, and not at each turn', () => {
  const arrived: (readonly [number, number | undefined])[] = [
    [0, undefined],
    [1000, 1400],
    [2000, 1500],
    [3000, undefined],
    [9000, 1400],
    [60_999, 1400],
    [61_000, 1800],
  ]

  const said = hear(arrived.map(([nowMs, lateMs]) => ({ facts: FACTS, nowMs, lateMs })))

  expect([said.count, sayings(said)]).toEqual([2, [{ type: 'late-sound', lateMs: 1800 }]])
})

test('a warning that has no room on the screen is said all the same', () => {
  const incidents = ['a', 'b', 'c'].map(
    (id, atMs) => ({ id, atMs, type: 'refused', code: 'no-proof', by: undefined }) as const,
  )

  expect(sayings(hear([{ facts: FACTS }, { facts: { ...FACTS, incidents } }]))).toHaveLength(3)
})

test('one’s own microphone is said when it opens and what closed it; what closes by itself breaks in', () => {
  const said = hear([
    withMicrophone({ phase: 'closed', by: 'holder' }),
    withMicrophone({ phase: 'opening' }),
    withMicrophone({ phase: 'open' }),
    withMicrophone({ phase: 'closing', by: 'device-lost' }),
    withMicrophone({ phase: 'closed', by: 'device-lost' }),
  ])

  expect(said.lately).toMatchObject([
    { isUrgent: false, saying: { type: 'microphone-open' } },
    { isUrgent: true, saying: { type: 'microphone-closed', by: 'device-lost' } },
  ])
})

test('a turn is said once it lasts and not while the last one was just said, and nobody’s twice in a row', () => {
  const spoken: (readonly [number, number | undefined])[] = [
    [0, undefined],
    [1000, 1],
    [2000, 1],
    [3000, 1],
    [4000, undefined],
    [5000, 3],
    [8000, 3],
    [11_000, 3],
    [20_000, undefined],
    [21_000, 3],
    [25_000, 3],
  ]

  const said = [3000, 8000, 11_000, 25_000].map((until) =>
    hear(
      spoken
        .filter(([nowMs]) => nowMs <= until)
        .map(([nowMs, n]) => ({ facts: FACTS, nowMs, speaker: n === undefined ? n : seat(n) })),
    ),
  )

  expect(said.map(({ count }) => count)).toEqual([1, 1, 2, 2])
  expect(sayings(said[2])).toEqual([
    { type: 'speaks', name: 'Zawadi Kiptalam' },
    { type: 'speaks', name: 'Josphat Mwendwa' },
  ])
})

test('with one other person in the call, who speaks goes without saying', () => {
  const facts = { ...FACTS, people: PEOPLE.slice(0, 2) }
  const at = (nowMs: number) => ({ facts, nowMs, speaker: seat(1) })

  expect(sayings(hear([at(0), at(3000), at(6000)]))).toEqual([])
})

test('a message is said while its list is not on the screen, and one’s own never', () => {
  const messages = [messageBy(0), messageBy(1)]

  const said = hear([{ facts: FACTS }, { facts: { ...FACTS, messages } }])
  const read = hear([{ facts: FACTS }, { facts: { ...FACTS, messages }, isReading: true }])

  expect(sayings(said)).toEqual([{ type: 'written', by: 'Zawadi Kiptalam' }])
  expect(sayings(read)).toEqual([])
})

test('what was said goes from the page, and nothing said leaves the list as it is', () => {
  const said = hear([{ facts: { ...FACTS, people: without(4) } }, { facts: FACTS, nowMs: 1000 }])

  const soon = stepSaid(said, { ...CALM, facts: FACTS, nowMs: 2000 })
  const late = stepSaid(soon, { ...CALM, facts: FACTS, nowMs: 17_000 })

  expect(soon.lately).toBe(said.lately)
  expect(late.lately).toEqual([])
})

const CALM = {
  dismissed: new Set<string>(),
  speaker: undefined,
  lateMs: undefined,
  isReading: false,
  nowMs: 0,
}

function hear(
  steps: readonly {
    facts: CallFacts
    speaker?: SeatId | undefined
    lateMs?: number | undefined
    isReading?: boolean
    nowMs?: number
  }[],
): SaidState {
  return steps.reduce((state, step) => stepSaid(state, { ...CALM, ...step }), NOTHING_SAID)
}

function sayings(state: SaidState | undefined): readonly Saying[] {
  return state?.lately.map(({ saying }) => saying) ?? []
}

function without(n: number): Person[] {
  return PEOPLE.filter((one) => one.seat !== seat(n))
}

function changed(n: number, change: Partial<Person>): Person[] {
  return PEOPLE.map((one) => (one.seat === seat(n) ? { ...one, ...change } : one))
}

function withMicrophone(microphone: CallFacts['you']['microphone']): { facts: CallFacts } {
  return { facts: { ...FACTS, you: { ...FACTS.you, microphone } } }
}

function messageBy(n: number): CallFacts['messages'][number] {
  const { name = '', side = SIDES[0]!.side } = PEOPLE[n] ?? {}
  const from = { seat: seat(n), name, side }
  const said = { text: 'Annex 2', language: 'en', translations: [] }
  return { ...said, id: `message ${n}`, from, atMs: 1, state: 'received' }
}
