import { ally, inCall, other, run, seated, seatOf, tickAt, you } from '@parley/testkit/twoInCall'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'
import { AHEAD_OF_ONE, TRANSLATIONS_OF_ONE } from './translations.ts'

const ofOne = { from: seatOf(other), id: 'a' }

function heard(
  text: string,
  { by = ally, of = ofOne, language = 'fr', atMs = 2000 } = {},
): CallEvent {
  return { type: 'translation-heard', by: seatOf(by), of, language, text, atMs }
}
function message(id: string): CallEvent {
  return { type: 'text-heard', leaf: other, from: seatOf(other), id, text: 'Good', atMs: 1000 }
}
const own: CallEvent = {
  type: 'translation-written',
  by: seatOf(you),
  of: ofOne,
  language: 'fr',
  text: 'Bien',
  atMs: 1000,
}
const said = { do: 'say-translation', of: ofOne, language: 'fr', text: 'Bien' }

test('each translator has one translation of a message into a language; a newer one takes its place and says so (R58)', () => {
  const [{ translations }] = run(
    inCall,
    heard('Bon'),
    heard('Bien', { by: other }),
    heard('Gut', { language: 'de' }),
    heard('Très bien', { atMs: 3000 }),
  )

  expect(translations.map(({ text, isChanged, atMs }) => [text, isChanged, atMs])).toEqual([
    ['Très bien', true, 3000],
    ['Bien', false, 2000],
    ['Gut', false, 2000],
  ])
})

test('one that is heard again changes nothing (R58)', () => {
  const [once] = run(inCall, heard('Bon'))
  const [twice] = run(once, heard('Bon', { atMs: 9000 }))

  expect(twice.translations).toBe(once.translations)
})

test('one’s own is said again after 5 s, until it is in the log (R58)', () => {
  const [call, effects] = run(inCall, own, tickAt(5999))
  const [later, again] = run(call, tickAt(6000))
  const [, after] = run(
    later,
    { type: 'translation-sent', of: ofOne, language: 'fr', text: 'Bien' },
    tickAt(12_000),
  )
  const sayings = (all: typeof effects) => all.filter(({ do: what }) => what === 'say-translation')

  expect([sayings(effects), sayings(again), sayings(after)]).toEqual([[said], [said], []])
})

test('what is in the log of an older wording does not make the newer one sent (R58)', () => {
  const [call] = run(
    inCall,
    own,
    { ...own, text: 'Très bien' },
    { type: 'translation-sent', of: ofOne, language: 'fr', text: 'Bien' },
  )

  expect(call.translations).toMatchObject([{ text: 'Très bien', state: 'sending' }])
})

test('alone no translation is said again (R23)', () => {
  const [, effects] = run(inCall, own, seated(2000, you), tickAt(9000))

  expect(effects.filter(({ do: what }) => what === 'say-translation')).toEqual([said])
})

test('a translation waits for its message; of more than sixteen the oldest are dropped (R58)', () => {
  const ahead = Array.from({ length: AHEAD_OF_ONE + 4 }, (_, n) =>
    heard('Bon', { of: { from: seatOf(other), id: `m${n}` } }),
  )

  const [call] = run(inCall, ...ahead, message('m19'), message('m0'))

  const ids = call.translations.map(({ of }) => of.id)
  expect([ids.length, ids.includes('m19'), ids.includes('m0')]).toEqual([AHEAD_OF_ONE, true, false])
})

const word = fc.record({
  by: fc.constantFrom(other, ally),
  of: fc.record({
    from: fc.constantFrom(seatOf(you), seatOf(other)),
    id: fc.integer({ min: 0, max: 400 }).map((n) => `m${n}`),
  }),
  language: fc.constantFrom('fr', 'ru'),
  atMs: fc.nat(),
})

test('whatever one seat says, so much of it is kept, and nothing of another is lost (R58)', () => {
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 500 }),
      fc.array(fc.nat({ max: 400 }), { maxLength: 60 }),
      (words, messages) => {
        const quiet = heard('Bon', { by: you })
        const [call] = run(
          inCall,
          quiet,
          ...messages.map((n) => message(`m${n}`)),
          ...words.map((one, place) => heard(`${place}`, one)),
        )
        const by = (leaf: typeof you) => call.translations.filter((one) => one.by === seatOf(leaf))
        const known = new Set(call.messages.map(({ from, id }) => `${from} ${id}`))
        const ahead = (leaf: typeof you) =>
          by(leaf).filter(({ of }) => !known.has(`${of.from} ${of.id}`))

        expect(by(you)).toHaveLength(1)
        for (const leaf of [other, ally]) {
          expect(by(leaf).length).toBeLessThanOrEqual(TRANSLATIONS_OF_ONE)
          expect(ahead(leaf).length).toBeLessThanOrEqual(AHEAD_OF_ONE)
        }
        const last = words.length === 0 ? 'Bon' : `${words.length - 1}`
        expect(call.translations.map(({ text }) => text)).toContain(last)
      },
    ),
    { numRuns: 60 },
  )
})
