import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  LETTERS_OFF,
  stepOwnLetters,
  type OwnLetters,
  type OwnLettersEffect,
  type OwnLettersEvent,
} from './ownLetters.ts'

function run(...events: readonly OwnLettersEvent[]): [OwnLetters, OwnLettersEffect[]] {
  let letters = LETTERS_OFF
  const effects: OwnLettersEffect[] = []
  for (const event of events) {
    const [next, more] = stepOwnLetters(letters, event)
    letters = next
    effects.push(...more)
  }
  return [letters, effects]
}
const on = { type: 'letters-switched', isOn: true, atMs: 0 } as const
const typed = (text: string, atMs: number): OwnLettersEvent => ({
  type: 'letters-typed',
  id: 'a',
  text,
  atMs,
})
const said = (text: string) => ({ do: 'say-typing', id: 'a', text })

test('until it is switched on nobody is told a letter (R59)', () => {
  expect(run(typed('G', 0), typed('Go', 5000))[1]).toEqual([])
})

test('letters are told at most once in 300 ms, and the newest in the end (R59)', () => {
  const [, effects] = run(
    on,
    typed('G', 1000),
    { type: 'typing-said', atMs: 1050 },
    typed('Go', 1100),
    typed('Goo', 1200),
    { type: 'typing-due', atMs: 1301 },
  )

  expect(effects).toEqual([said('G'), { do: 'wait', forMs: 201 }, said('Goo')])
})

test('while one word is on its way none follows it (R59)', () => {
  const [, effects] = run(on, typed('G', 1000), typed('Good', 9000), {
    type: 'typing-said',
    atMs: 9500,
  })

  expect(effects).toEqual([said('G'), said('Good')])
})

test('switching it off, and an empty field, give the line up (R59)', () => {
  const [, off] = run(
    on,
    typed('G', 1000),
    { type: 'typing-said', atMs: 1050 },
    { type: 'letters-switched', isOn: false, atMs: 2000 },
    { type: 'typing-said', atMs: 2050 },
    typed('Go', 3000),
  )
  const [, emptied] = run(
    on,
    typed('G', 1000),
    { type: 'typing-said', atMs: 1050 },
    typed('', 2000),
  )

  expect(off).toEqual([said('G'), said('')])
  expect(emptied).toEqual([said('G'), said('')])
})

test('a line that was sent is told no more, for its message is (R59)', () => {
  const [, effects] = run(
    on,
    typed('G', 1000),
    typed('Good', 1100),
    { type: 'line-sent' },
    { type: 'typing-said', atMs: 1400 },
    { type: 'typing-due', atMs: 1700 },
  )

  expect(effects).toEqual([said('G')])
})

test('what could not be said is told with the next letter (R59)', () => {
  const [, effects] = run(
    on,
    typed('G', 1000),
    { type: 'typing-not-said', atMs: 1050 },
    typed('Go', 2000),
  )

  expect(effects).toEqual([said('G'), said('Go')])
})

test('however one types, no second has more than four words, and the last says what stands there (R59)', () => {
  const keys = fc.array(
    fc.tuple(fc.string({ minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 400 })),
    { minLength: 1, maxLength: 80 },
  )
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 900 }), (words, lineMs) => {
      let [letters] = stepOwnLetters(LETTERS_OFF, on)
      const told: { atMs: number; text: string }[] = []
      const due: { event: OwnLettersEvent; atMs: number }[] = []
      const take = (event: OwnLettersEvent, atMs: number): void => {
        const [next, effects] = stepOwnLetters(letters, event)
        letters = next
        for (const effect of effects) {
          const isSaid = effect.do === 'say-typing'
          if (isSaid) told.push({ atMs, text: effect.text })
          const at = atMs + (isSaid ? lineMs : effect.forMs)
          due.push({ event: { type: isSaid ? 'typing-said' : 'typing-due', atMs: at }, atMs: at })
        }
      }
      const until = (nowMs: number): void => {
        for (;;) {
          const [first] = due.toSorted((a, b) => a.atMs - b.atMs)
          if (!first || first.atMs > nowMs) return
          due.splice(due.indexOf(first), 1)
          take(first.event, first.atMs)
        }
      }
      let nowMs = 0
      for (const [text, gapMs] of words) {
        nowMs += gapMs
        until(nowMs)
        take(typed(text, nowMs), nowMs)
      }
      until(Infinity)

      expect(told.at(-1)?.text).toBe(words.at(-1)?.[0])
      for (const { atMs } of told)
        expect(
          told.filter((one) => one.atMs >= atMs && one.atMs < atMs + 1000).length,
        ).toBeLessThanOrEqual(4)
    }),
  )
})
