import { caucusOf, PLENARY, SeatId, SideId } from '@parley/protocol'
import type { Lists } from '@parley/seal'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { admit, type Answer, type JudgedGroup, type JudgedLeaf } from './admit.ts'

const seat = v.parse(SeatId, 'A'.repeat(11))
const seats = [seat, v.parse(SeatId, `${'B'.repeat(10)}A`)]
const side = v.parse(SideId, 'A'.repeat(11))
const otherSide = v.parse(SideId, `${'B'.repeat(10)}A`)

const leaf: JudgedLeaf = {
  index: 0,
  seat,
  side,
  drives: undefined,
  pass: { version: 2, notBeforeMs: 1_000_000, expiresMs: 3_600_000 },
  joining: undefined,
}
const joining: JudgedLeaf = {
  ...leaf,
  joining: { provenFor: [PLENARY], replacesPassVersion: undefined },
}
const group: JudgedGroup = { room: PLENARY, leaves: [leaf] }
const listed = {
  side,
  name: 'Livia Spescha',
  office: '',
  role: 'adviser' as const,
  languages: [],
  rooms: [PLENARY],
}
const lists: Lists = {
  seats: new Map([[seat, listed]]),
  passVersions: new Map([[seat, 2]]),
  withdrawn: [],
}
const admitted: Answer = { answer: 'admitted' }
const held = (code: string) => ({ answer: 'held', code })
const isVoid = (code: string) => ({ answer: 'void', code })

test.each<[string, JudgedLeaf, JudgedGroup, object]>([
  ['a joiner with a proof for the room comes in', joining, group, admitted],
  [
    'a joiner without a proof is void',
    { ...leaf, joining: { provenFor: undefined, replacesPassVersion: undefined } },
    group,
    isVoid('no-proof'),
  ],
  [
    'a proof for the caucus does not open the plenary',
    { ...leaf, joining: { provenFor: [caucusOf(side)], replacesPassVersion: undefined } },
    group,
    isVoid('no-proof'),
  ],
  [
    'an older pass does not replace a newer one',
    { ...leaf, joining: { provenFor: [PLENARY], replacesPassVersion: 3 } },
    group,
    isVoid('second-leaf'),
  ],
  [
    'a seat has one leaf',
    { ...joining, index: 1 },
    { ...group, leaves: [leaf, { index: 1, seat }] },
    isVoid('second-leaf'),
  ],
])('%s', (_fact, judged, around, answer) => {
  expect(admit(judged, around, { lists, nowMs: 2_000_000 })).toEqual(answer)
})

test.each<[string, Lists, object]>([
  [
    'a seat that is not on an agreed list is held',
    { ...lists, seats: new Map() },
    held('not-agreed'),
  ],
  [
    'a seat that is agreed for another side is held',
    { ...lists, seats: new Map([[seat, { ...listed, side: otherSide }]]) },
    held('not-agreed'),
  ],
  [
    'a seat cleared for another room is held',
    { ...lists, seats: new Map([[seat, { ...listed, rooms: [caucusOf(side)] }]]) },
    held('not-cleared'),
  ],
  [
    'an older pass than the newest known is held',
    { ...lists, passVersions: new Map([[seat, 3]]) },
    held('old-pass'),
  ],
  [
    'a withdrawal holds the pass it names',
    { ...lists, withdrawn: [{ seat, passVersion: 2 }] },
    held('withdrawn'),
  ],
  [
    'a withdrawal holds the passes before the one it names, too',
    { ...lists, passVersions: new Map(), withdrawn: [{ seat, passVersion: 3 }] },
    held('withdrawn'),
  ],
  [
    'a withdrawal of an earlier pass holds no later one',
    { ...lists, withdrawn: [{ seat, passVersion: 1 }] },
    admitted,
  ],
])('%s', (_fact, known, answer) => {
  expect(admit(leaf, group, { lists: known, nowMs: 2_000_000 })).toEqual(answer)
})

test.each([
  ['two minutes after its pass expired a leaf is still admitted', 3_600_000 + 120_000, admitted],
  ['a moment later it is held', 3_600_000 + 120_001, held('expired')],
  ['two minutes before its pass begins a leaf is admitted', 1_000_000 - 120_000, admitted],
  ['a moment sooner it is held', 1_000_000 - 120_001, held('early')],
])('%s', (_fact, nowMs, answer) => {
  expect(admit(leaf, group, { lists, nowMs })).toEqual(answer)
})

test('no list and no clock decides what is void, so all honest clients skip the same commits (R17)', () => {
  const anyLeaf = fc.record({
    index: fc.nat(3),
    seat: fc.constantFrom(...seats),
    side: fc.constant(side),
    drives: fc.constant(undefined),
    pass: fc.record({
      version: fc.nat(3),
      notBeforeMs: fc.nat(),
      expiresMs: fc.nat(),
    }),
    joining: fc.option(
      fc.record({
        provenFor: fc.constantFrom([PLENARY], undefined),
        replacesPassVersion: fc.option(fc.nat(3), { nil: undefined }),
      }),
      { nil: undefined },
    ),
  })
  const nothing: Lists = {
    seats: new Map(),
    passVersions: new Map(),
    withdrawn: [{ seat, passVersion: 2 }],
  }
  const anyKnown = fc.record({ lists: fc.constantFrom(lists, nothing), nowMs: fc.nat() })

  fc.assert(
    fc.property(anyLeaf, anyKnown, anyKnown, (someone, mine, theirs) => {
      const [here, there] = [mine, theirs].map((known) => admit(someone, group, known))
      expect(here?.answer === 'void' ? here : 'not void').toEqual(
        there?.answer === 'void' ? there : 'not void',
      )
    }),
  )
})
