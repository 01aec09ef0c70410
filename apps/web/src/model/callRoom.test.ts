import { TrackNumber } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Person } from './callFacts.ts'
import { callRoom } from './callRoom.ts'
import { PEOPLE, seat, SIDES } from './callSamples/people.ts'

const calm = { sides: SIDES, speaker: undefined, speaking: new Set<never>(), isOpen: false }

test('the other principal is large and oneself small, whoever speaks, and nobody else is there', () => {
  const { tiles, heard } = callRoom({ ...calm, people: PEOPLE, speaker: seat(3) })

  expect(tiles.map(({ person, isBig }) => [person.name, isBig])).toEqual([
    ['Zawadi Kiptalam', true],
    ['Reto Camenzind', false],
  ])
  expect(heard).toBeUndefined()
})

test('somebody who speaks without being seen is named while that microphone is open', () => {
  const people = changed(3, { microphone: 'open' })

  expect(callRoom({ ...calm, people, speaker: seat(3) }).heard).toBe('Josphat Mwendwa')
  expect(callRoom({ ...calm, people, speaker: seat(1) }).heard).toBeUndefined()
})

test('of two other principals the one who spoke last is large', () => {
  const people = changed(4, { role: 'principal' })
  const large = (speaker: number) => callRoom({ ...calm, people, speaker: seat(speaker) }).tiles[0]

  expect(large(4)?.person.seat).toBe(seat(4))
  expect(large(3)?.person.seat).toBe(seat(1))
})

test('that the other principal speaks is seen, and said in a word where no picture comes', () => {
  const speaking = new Set([seat(1)])
  const camera = {
    number: v.parse(TrackNumber, 3),
    media: {} as MediaStreamTrack,
    isCovered: false,
  }
  const large = (change: Partial<Person>) =>
    callRoom({ ...calm, people: changed(1, change), speaking }).tiles[0]

  expect(large({ camera })).toMatchObject({ isSpeaking: false, mark: undefined })
  expect(large({ camera: { ...camera, isCovered: true } })?.mark).toBe('speaking')
  expect(large({})?.mark).toBe('speaking')
})

test('where no other principal is, whoever speaks is large', () => {
  const people = changed(1, { role: 'adviser' })

  const { tiles } = callRoom({ ...calm, people, speaker: seat(4) })

  expect(tiles.map(({ person }) => person.seat)).toEqual([seat(4), seat(0)])
})

test('alone one sees oneself, once', () => {
  const { tiles } = callRoom({ ...calm, people: PEOPLE.slice(0, 1) })

  expect(tiles.map(({ person, isBig }) => [person.seat, isBig])).toEqual([[seat(0), true]])
})

test('a shared screen is large, with the other principal beside it', () => {
  const screen = { number: v.parse(TrackNumber, 9), media: undefined, isCovered: false }

  const { tiles } = callRoom({ ...calm, people: changed(3, { screen }) })

  expect(tiles).toMatchObject([
    { shows: 'screen', person: { seat: seat(3) }, isBig: true },
    { shows: 'person', person: { seat: seat(1) }, isBig: false },
  ])
})

test('what is wrong with the other principal is said over the picture, and of those not seen by name', () => {
  const frozen = changed(1, { flow: 'stopped' })
  const people = frozen.map((one) =>
    one.seat === seat(3) ? { ...one, presence: 'coming-back' as const } : one,
  )

  const { tiles, unseen } = callRoom({ ...calm, people })

  expect(tiles[0]?.mark).toBe('stopped')
  expect(unseen).toEqual([{ seat: seat(3), name: 'Josphat Mwendwa', mark: 'coming-back' }])
})

test('somebody held is not shown and is named, also where nobody sees that picture', () => {
  const { tiles, unseen } = callRoom({ ...calm, people: changed(6, { standing: 'withdrawn' }) })

  expect(tiles).toHaveLength(2)
  expect(unseen).toMatchObject([{ name: 'Fatuma Salim', mark: 'held' }])
})

test('that a microphone has just been opened and nobody has said yet that it is heard is no trouble of theirs', () => {
  const people = PEOPLE.map((one) => ({ ...one, hearsYou: 'not-heard-yet' as const }))

  expect(callRoom({ ...calm, people, isOpen: true }).unseen).toEqual([])
})

function changed(n: number, change: Partial<Person>): Person[] {
  return PEOPLE.map((one) => (one.seat === seat(n) ? { ...one, ...change } : one))
}
