import { greenRoom, type Call, type CallEvent } from '@parley/call'
import { PLENARY } from '@parley/protocol'
import { signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import type { CallFacts, Person, You } from '../callFacts.ts'
import { FACTS, PEOPLE, seat } from '../callSamples/people.ts'
import { openBooth } from './booth.ts'

const [first] = PEOPLE as [Person]
const languages = ['fr', 'sw']

function sit(microphone: You['microphone']) {
  const people = [{ ...first, role: 'interpreter', languages } as const, ...PEOPLE.slice(1)]
  const interpreters = people.filter(({ role }) => role === 'interpreter')
  const facts = signal<CallFacts>({ ...FACTS, people, interpreters })
  const be = (now: You['microphone']): void => {
    facts.value = { ...facts.peek(), you: { ...FACTS.you, role: 'interpreter', microphone: now } }
  }
  be(microphone)
  const call = signal<Call>(greenRoom({ seat: seat(0), side: first.side, room: PLENARY }))
  const asked: CallEvent[] = []
  let nowMs = 0
  const booth = openBooth({
    facts,
    call,
    levels: signal(new Map()),
    isVoice: () => false,
    speaker: signal(seat(1)),
    clock: { nowMs: () => nowMs },
    notes: { getItem: () => null, setItem: () => undefined },
    perform: (event) => asked.push(event),
  })
  return { booth, be, asked, pass: (ms: number) => (nowMs += ms) }
}

const open = (into: string): You['microphone'] => ({ phase: 'open', aim: { into } })

test('the first language of the seat is chosen, and one key opens the microphone into it', () => {
  const { booth, asked } = sit({ phase: 'closed', by: 'start' })

  booth.send({ type: 'air-pressed' })

  expect(asked).toEqual([{ type: 'microphone-pressed', aim: { into: 'fr' } }])
})

test('another language while on air closes the one and then opens the other', () => {
  const { booth, be, asked } = sit(open('fr'))

  booth.send({ type: 'into-chosen', into: 'sw' })
  be({ phase: 'closing', by: 'holder' })
  const before = asked.length
  be({ phase: 'closed', by: 'holder' })

  expect(before).toBe(1)
  expect(asked).toEqual([
    { type: 'microphone-pressed' },
    { type: 'microphone-pressed', aim: { into: 'sw' } },
  ])
})

test('what closed the microphone meanwhile, or took too long, opens nothing', () => {
  const handedOver = sit(open('fr'))
  handedOver.booth.send({ type: 'into-chosen', into: 'sw' })
  handedOver.be({ phase: 'closed', by: 'handed-over' })
  const slow = sit(open('fr'))
  slow.booth.send({ type: 'into-chosen', into: 'sw' })
  slow.pass(1000)
  slow.be({ phase: 'closed', by: 'holder' })

  expect([handedOver.asked.length, slow.asked.length]).toEqual([1, 1])
})

test('a request is of whoever speaks on the floor', () => {
  const { booth, asked } = sit(open('fr'))

  booth.send({ type: 'asked', what: 'slower' })

  expect(asked).toMatchObject([{ type: 'request-pressed', what: 'slower', of: seat(1) }])
})

test('a message goes to the partner alone, and the field is empty again', () => {
  const { booth, asked } = sit(open('fr'))

  booth.send({ type: 'aside-changed', text: ' Encore ? ' })
  booth.send({ type: 'aside-sent' })

  expect(asked).toMatchObject([{ type: 'message-written', text: 'Encore ?', to: seat(5) }])
  expect(booth.view.value.draft).toBe('')
})

test('whoever reaches for the button while a partner takes the air does not take it back (R46)', () => {
  const { booth, be, asked, pass } = sit(open('fr'))
  be({ phase: 'closing', by: 'handed-over' })
  be({ phase: 'closed', by: 'handed-over' })

  booth.send({ type: 'air-pressed' })
  const atOnce = asked.length
  pass(700)
  booth.send({ type: 'air-pressed' })

  expect([atOnce, asked.length]).toEqual([0, 1])
})
