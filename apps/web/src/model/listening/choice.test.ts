import { memoryNotes } from '@parley/testkit'
import { expect, test } from 'vitest'
import { FACTS, seat, SIDES } from '../callSamples/people.ts'
import { boothsOf } from './booths.ts'
import {
  heardBooth,
  rememberChoice,
  rememberedChoice,
  rememberedUnder,
  rememberUnder,
} from './choice.ts'

const [own, other] = SIDES.map(({ side }) => side)
const booths = boothsOf({
  ...FACTS,
  interpreters: FACTS.interpreters.map((one) =>
    one.side === other ? { ...one, languages: ['fr', 'sw'] } : one,
  ),
})

test.each([
  [['fr', 'en'], { side: own, language: 'fr' }],
  [['sw'], { side: other, language: 'sw' }],
  [['ru', 'fr'], undefined],
  [[], undefined],
])('whoever speaks %s first hears, until they choose, %o', (languages, expected) => {
  const found = heardBooth(undefined, booths, { role: 'principal', languages })

  expect(found && { side: found.side, language: found.language }).toEqual(expected)
})

test('an interpreter begins with the floor', () => {
  expect(heardBooth(undefined, booths, { role: 'interpreter', languages: ['fr'] })).toBeUndefined()
})

test('who chose the floor hears it, and a booth that is no more gives way to one’s own language', () => {
  const you = { role: 'adviser', languages: ['fr'] } as const
  if (!own) throw new Error('There are two sides')

  const floor = heardBooth({ channel: undefined }, booths, you)
  const gone = heardBooth({ channel: { side: own, language: 'ru' } }, booths, you)

  expect([floor, gone?.language]).toEqual([undefined, 'fr'])
})

test('what a seat chose on this device is there again, and is no other seat’s', () => {
  const notes = memoryNotes()
  if (!other) throw new Error('There are two sides')
  rememberChoice(notes, seat(0), { side: other, language: 'fr' })
  rememberUnder(notes, 40)

  expect(rememberedChoice(notes, seat(0))).toEqual({ channel: { side: other, language: 'fr' } })
  expect(rememberedChoice(notes, seat(1))).toBeUndefined()
  expect([rememberedUnder(notes), rememberedUnder(memoryNotes())]).toEqual([40, 15])
})

test('what was kept by another version is as if nothing was', () => {
  const notes = memoryNotes()
  notes.setItem('parley-listens', '{"seat":7}')
  notes.setItem('parley-floor-under', 'loud')

  expect([rememberedChoice(notes, seat(0)), rememberedUnder(notes)]).toEqual([undefined, 15])
})
