import { memoryNotes } from '@parley/testkit'
import { signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import type { CallDeed } from './callEvent.ts'
import type { CallFacts } from './callFacts.ts'
import { callModel } from './callModel.ts'
import { FACTS, PEOPLE, seat, SIDES } from './callSamples/people.ts'
import type { Levels } from './callSpeaker.ts'

test('a press already under way does not open a microphone that closed by itself', () => {
  using call = start()
  call.facts.value = closed('reconnecting-shown')

  call.time.nowMs += 300
  call.model.send({ type: 'microphone-pressed' })
  call.time.nowMs += 500
  call.model.send({ type: 'microphone-pressed' })

  expect(call.deeds).toEqual([{ type: 'microphone-pressed' }])
})

test('a microphone that its holder closed opens at the next press', () => {
  using call = start()
  call.facts.value = closed('holder')

  call.model.send({ type: 'microphone-pressed' })

  expect(call.deeds).toEqual([{ type: 'microphone-pressed' }])
})

test('a message is sent once, without the blanks around it, and the field is empty', () => {
  using call = start()
  call.model.send({ type: 'draft-changed', text: '  the figure is 41.6 \n' })

  call.model.send({ type: 'draft-sent' })
  call.model.send({ type: 'draft-sent' })

  expect(call.deeds).toEqual([
    { type: 'message-written', text: 'the figure is 41.6', language: 'en' },
  ])
  expect(call.model.view.value.messages.draft).toBe('')
})

test('nothing is sent while one is alone, and the words stay in the field', () => {
  using call = start()
  call.facts.value = { ...FACTS, heldBack: { because: 'alone' } }
  call.model.send({ type: 'draft-changed', text: 'anybody here?' })

  call.model.send({ type: 'draft-sent' })

  expect(call.deeds).toEqual([])
  expect(call.model.view.value.messages.draft).toBe('anybody here?')
})

test('messages count as unread until their list is open', () => {
  using call = start()
  const from = { seat: seat(1), name: 'Zawadi Kiptalam', side: SIDES[1]!.side }
  const message = { ...SAID, id: 'm1', from, atMs: 1 }
  call.facts.value = { ...FACTS, messages: [message] }
  const before = call.model.view.value.messages.unread

  call.model.send({ type: 'panel-chosen', panel: 'messages' })
  call.model.send({ type: 'panel-chosen', panel: 'people' })

  expect(before).toBe(1)
  expect(call.model.view.value.messages).toMatchObject({
    unread: 0,
    rows: [{ name: 'Zawadi Kiptalam', side: { name: 'Kenya' }, isYou: false }],
  })
})

test('a voice that lasts becomes the large picture, and silence changes nothing', () => {
  using call = start()
  for (const at of [0, 400, 800]) {
    call.time.nowMs = at
    call.levels.value = new Map([[seat(3), -20 - at / 1000]])
  }

  call.levels.value = new Map()

  expect(call.model.view.value.stage.tiles[0]).toMatchObject({
    person: { seat: seat(3) },
    isSpeaking: false,
  })
})

test('a second that changes nothing draws nothing anew', () => {
  using call = start()
  const before = call.model.view.value

  call.facts.value = { ...FACTS, people: PEOPLE.map((one) => ({ ...one })), nowMs: FACTS.nowMs + 1 }

  expect(call.model.view.value).toBe(before)
})

test('nothing is played of somebody who is held', () => {
  using call = start()
  const audio = [{ id: 'voice' } as MediaStreamTrack]
  const people = PEOPLE.map((one, n) => ({ ...one, audio: n === 1 || n === 2 ? audio : [] }))
  call.facts.value = {
    ...FACTS,
    people: people.map((one, n) => (n === 1 ? { ...one, standing: 'withdrawn' as const } : one)),
  }

  expect(call.model.view.value.sounds).toHaveLength(1)
  expect(call.model.view.value.listed).toEqual({ is: 'held' })
})

test('a principal looks at the other one, the rest at everybody', () => {
  using call = start()
  const asAdviser = call.model.view.value.display
  call.facts.value = { ...FACTS, you: { ...FACTS.you, role: 'principal' } }

  const { display, stage } = call.model.view.value

  expect([asAdviser, display]).toEqual(['delegation', 'room'])
  expect(stage.layout).toBe('pair')
})

test('whoever chooses a display has it again in the next call on this device', () => {
  const notes = memoryNotes()
  using before = start(notes)
  before.model.send({ type: 'display-chosen', display: 'room' })

  using next = start(notes)

  expect(next.model.view.value.display).toBe('room')
})

test('a message that comes while the list is not on the screen counts as unread', () => {
  using call = start()
  const from = { seat: seat(1), name: 'Zawadi Kiptalam', side: SIDES[1]!.side }
  const message = { ...SAID, id: 'm1', from, atMs: 1 }
  call.model.send({ type: 'panel-chosen', panel: 'messages' })
  call.facts.value = { ...FACTS, messages: [message] }
  const whileOpen = call.model.view.value.messages.unread

  call.model.send({ type: 'display-chosen', display: 'room' })
  call.facts.value = { ...FACTS, messages: [message, { ...message, id: 'm2' }] }

  expect([whileOpen, call.model.view.value.messages.unread]).toEqual([0, 1])
})

const SAID = {
  text: 'Good morning.',
  language: 'en',
  state: 'received',
  translations: [],
} as const

function closed(by: 'holder' | 'reconnecting-shown'): CallFacts {
  return { ...FACTS, you: { ...FACTS.you, microphone: { phase: 'closed', by } } }
}

function start(notes = memoryNotes()) {
  const facts = signal<CallFacts>(FACTS)
  const levels = signal<Levels>(new Map())
  const time = { nowMs: 10_000 }
  const deeds: CallDeed[] = []
  const clock = { nowMs: () => time.nowMs }
  const model = callModel({
    listening: signal(undefined),
    beside: [],
    facts,
    levels,
    clock,
    notes,
    perform: (deed) => deeds.push(deed),
  })
  return { facts, levels, time, deeds, model, [Symbol.dispose]: () => model[Symbol.dispose]() }
}
