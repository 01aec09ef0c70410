import { memoryNotes } from '@parley/testkit'
import { signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import type { CallDeed } from '../callEvent.ts'
import type { CallFacts, Person } from '../callFacts.ts'
import { soundsOf } from '../callMix.ts'
import { FACTS, PEOPLE, seat, SIDES } from '../callSamples/people.ts'
import { isVoice, type Levels } from '../callSpeaker.ts'
import { startListening } from './listening.ts'

const [principal, odile, fatuma] = [seat(1), seat(5), seat(6)]
const french = { side: SIDES[0]!.side, language: 'fr' }
const swahili = { side: SIDES[1]!.side, language: 'sw' }

test('what one listens to is told to the call, by itself and at each choice (R42)', () => {
  using call = start({ languages: ['fr'] })
  call.listening.send({ type: 'listening-chosen', channel: swahili })
  call.listening.send({ type: 'listening-chosen', channel: undefined })

  expect(call.deeds).toEqual([
    { type: 'channel-chosen', channel: french },
    { type: 'channel-chosen', channel: swahili },
    { type: 'channel-chosen', channel: undefined },
  ])
})

test('all interpreters play all the time, and only the one that was chosen is heard (R42)', () => {
  using call = start({ languages: ['fr'] })
  call.hear({ [odile]: -20, [principal]: -20 })
  const before = call.volumes()

  call.listening.send({ type: 'listening-chosen', channel: swahili })
  call.hear({ [odile]: -20, [fatuma]: -20 })

  expect(before).toEqual({ [principal]: 0.15, [odile]: 1, [fatuma]: 0 })
  expect(call.volumes()).toEqual({ [principal]: 0.15, [odile]: 0, [fatuma]: 1 })
})

test('whoever listens to the floor hears it as it is, and no interpreter (R42)', () => {
  using call = start({ languages: ['en', 'fr'] })
  call.listening.send({ type: 'listening-chosen', channel: undefined })
  call.hear({ [odile]: -20, [principal]: -20 })

  expect(call.volumes()).toEqual({ [principal]: 1, [odile]: 0, [fatuma]: 0 })
})

test('under a silent interpreter the floor comes up calmly, and goes down at once when the interpreter speaks (R43)', () => {
  using call = start({ languages: ['fr'] })
  call.hear({ [odile]: -20, [principal]: -20 })
  const ducked = call.listening.mix.value
  for (const afterMs of [1000, 2000, 2600]) call.hear({ [odile]: -80, [principal]: -20 }, afterMs)
  const up = call.listening.mix.value
  call.hear({ [odile]: -20, [principal]: -20 }, 2700)

  expect(ducked).toEqual({ floor: 0.15, interpreter: odile, overMs: 0 })
  expect(up).toEqual({ floor: 1, interpreter: odile, overMs: 300 })
  expect(call.listening.mix.value).toEqual(ducked)
})

test('the floor is as loud under an interpretation as one wants it', () => {
  using call = start({ languages: ['fr'] })
  call.hear({ [odile]: -20 })

  call.listening.send({ type: 'under-chosen', percent: 40 })

  expect(call.listening.mix.value?.floor).toBe(0.4)
  expect(call.listening.view.value.underPercent).toBe(40)
})

test('nobody hears the language that they interpret into themselves', () => {
  using call = start({ languages: ['fr'], role: 'interpreter', into: 'fr' })
  call.listening.send({ type: 'listening-chosen', channel: french })
  call.hear({ [odile]: -20, [principal]: -20 })

  expect(call.volumes()).toEqual({ [principal]: 1, [odile]: 0, [fatuma]: 0 })
})

function start(own: Partial<Person>) {
  const facts = signal<CallFacts>({ ...FACTS, people: PEOPLE.map((one) => withSound(one, own)) })
  const levels = signal<Levels>(new Map())
  const time = { nowMs: 0 }
  const deeds: CallDeed[] = []
  const listening = startListening({
    facts,
    levels,
    isVoice,
    clock: { nowMs: () => time.nowMs },
    notes: memoryNotes(),
    perform: (deed) => deeds.push(deed),
  })
  return {
    listening,
    deeds,
    hear: (heard: Record<string, number>, nowMs = 0) => {
      time.nowMs = nowMs
      levels.value = new Map(
        PEOPLE.flatMap(({ seat: of }) => {
          const dbfs = heard[of]
          return dbfs === undefined ? [] : [[of, dbfs] as const]
        }),
      )
    },
    volumes: () => {
      const mix = listening.mix.value ?? { floor: 1, interpreter: undefined, overMs: 0 }
      const sounds = facts.value.people.flatMap((person) => soundsOf(person, mix))
      return Object.fromEntries(sounds.map(({ key, volume }) => [key, volume]))
    },
    [Symbol.dispose]: () => listening[Symbol.dispose](),
  }
}

/** The other principal on the floor, and both interpreters on air. */
function withSound(one: Person, own: Partial<Person>): Person {
  const sound = { id: one.seat as string } as MediaStreamTrack
  const opened = { atMs: 0, order: 1 }
  if (one.isYou) return { ...one, ...own }
  if (one.seat === principal) return { ...one, microphone: 'open', audio: [sound] }
  const into = one.languages[0]
  if (one.role !== 'interpreter' || into === undefined) return one
  return { ...one, microphone: 'open', into, opened, interpretation: sound }
}
