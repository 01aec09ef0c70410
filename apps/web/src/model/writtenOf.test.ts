import type { CallEvent } from '@parley/call'
import { PLENARY } from '@parley/protocol'
import type { Role } from '@parley/seal'
import { ally, inCall, other, run, seatOf, sideOf, you } from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import { typedOf, writtenOf } from './writtenOf.ts'

const text: CallEvent = {
  type: 'text-heard',
  leaf: other,
  from: seatOf(other),
  id: 'a',
  text: 'Kiambatisho 2',
  language: 'sw',
  atMs: 1,
}

function translatedBy(leaf: typeof you, language: string): CallEvent {
  const of = { from: seatOf(other), id: 'a' }
  return { type: 'translation-heard', by: seatOf(leaf), of, language, text: language, atMs: 2 }
}

/** The agreed list, with that seat in it for `ally`. */
function listed(role: Role, languages: readonly string[]) {
  const seat = (name: string) => ({ name, office: '', role, languages, rooms: [PLENARY] })
  return {
    seats: new Map([
      [seatOf(other), { ...seat('Zawadi Kiptalam'), side: sideOf(other) }],
      [seatOf(ally), { ...seat('Odile Rochat'), side: sideOf(ally) }],
    ]),
    passVersions: new Map(),
    withdrawn: [],
  }
}

const events = [text, translatedBy(ally, 'fr'), translatedBy(ally, 'ru'), translatedBy(you, 'fr')]

test('a translation counts from an agreed seat that may translate it, under the name on the list (R58)', () => {
  const [call] = run(inCall, ...events)

  const [asInterpreter] = writtenOf(call, listed('interpreter', ['fr']))
  const [asAdviser] = writtenOf(call, listed('adviser', ['fr', 'en']))
  const [asAdviserOfBoth] = writtenOf(call, listed('adviser', ['fr', 'sw']))

  expect(asInterpreter?.translations).toMatchObject([
    { by: { seat: seatOf(ally), name: 'Odile Rochat' }, language: 'fr' },
  ])
  expect(asAdviser?.translations).toEqual([])
  expect(asAdviserOfBoth?.translations).toHaveLength(1)
})

test('a translation that came before its message is there with it (R58)', () => {
  const [call] = run(inCall, translatedBy(ally, 'fr'))
  const lists = listed('interpreter', ['fr'])

  const before = writtenOf(call, lists)
  const [after] = writtenOf(run(call, text)[0], lists)

  expect([before, after?.translations.length]).toEqual([[], 1])
})

test('who writes is named by the list (R59)', () => {
  const [call] = run(inCall, {
    type: 'typing-heard',
    from: seatOf(ally),
    id: 'b',
    text: 'Le table',
    atMs: 1,
  })

  expect(typedOf(call, listed('adviser', ['fr']))).toEqual([
    { seat: seatOf(ally), name: 'Odile Rochat', text: 'Le table' },
  ])
})
