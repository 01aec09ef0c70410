import { expect, test } from 'vitest'
import type { Person } from '../callFacts.ts'
import { FACTS, PEOPLE, seat, SIDES } from '../callSamples/people.ts'
import { boothsOf } from './booths.ts'

const odile = seat(5)
const fatuma = seat(6)

test('there is a booth for each language of each side’s interpreters, here or not, one’s own side first', () => {
  const booths = boothsOf({ ...FACTS, people: [] })

  expect(booths.map(({ of, language }) => [of.name, language])).toEqual([
    ['Switzerland', 'fr'],
    ['Switzerland', 'en'],
    ['Kenya', 'sw'],
  ])
  expect(booths.every((booth) => !booth.onAir && booth.partners.length === 0)).toBe(true)
})

test('who opened last is on air, and the others of the booth are partners (R41)', () => {
  const marc = { ...person(odile), seat: seat(8), name: 'Marc Dubochet' }
  const people = [onAir(person(odile), 'fr', 3), onAir(marc, 'fr', 4), person(fatuma)]

  const [french, english] = boothsOf({ ...FACTS, people })

  expect(french?.onAir?.name).toBe('Marc Dubochet')
  expect(french?.partners.map(({ name }) => name)).toEqual(['Odile Rochat'])
  expect([english?.onAir, english?.partners.length]).toEqual([undefined, 2])
})

test('an interpreter of the other side takes nobody’s place: it has a booth of its own (R41)', () => {
  const both = { ...person(fatuma), languages: ['sw', 'fr'] }
  const people = [onAir(person(odile), 'fr', 1), onAir(both, 'fr', 2)]
  const interpreters = people

  const french = boothsOf({ ...FACTS, people, interpreters }).filter(
    ({ language }) => language === 'fr',
  )

  expect(french.map(({ side, onAir: voice }) => [side, voice?.name])).toEqual([
    [SIDES[0]?.side, 'Odile Rochat'],
    [SIDES[1]?.side, 'Fatuma Salim'],
  ])
})

test('who is held or has gone silent is on air nowhere', () => {
  const open = onAir(person(odile), 'fr', 1)

  const found = [
    { ...open, standing: 'withdrawn' as const },
    { ...open, presence: 'silent' as const },
  ].map((one) => boothsOf({ ...FACTS, people: [one] })[0])

  expect(found.map((booth) => [booth?.onAir, booth?.partners])).toEqual([
    [undefined, []],
    [undefined, []],
  ])
})

function person(of: Person['seat']): Person {
  const found = PEOPLE.find((one) => one.seat === of)
  if (!found) throw new Error('It is one of the samples')
  return found
}

function onAir(one: Person, into: string, order: number): Person {
  return { ...one, microphone: 'open', into, opened: { atMs: 0, order } }
}
