import { Hash, SideId } from '@parley/protocol'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { MovesGround } from './candidates.ts'
import { isOpenNow, movesOf, type AgreedMove } from './moves.ts'
import type { PartWord } from './partWord.ts'

const [ch, ke] = ['A', 'B'].map((first) => v.parse(SideId, `${first}${'A'.repeat(10)}`)) as [
  SideId,
  SideId,
]
const [plan, changed, unknown] = ['A', 'B', 'C'].map((first) =>
  v.parse(Hash, `${first}${'A'.repeat(42)}`),
) as [Hash, Hash, Hash]

/** Five parts, of which these are open. */
const agendaOf = (...open: readonly number[]) =>
  [1, 2, 3, 4, 5].map((part) => ({
    part,
    title: `Item ${part}`,
    minutes: 10,
    open: open.includes(part),
  }))

const ground: MovesGround = {
  sides: [ch, ke],
  plans: new Map([
    [plan, { version: 1, agenda: agendaOf(1, 2, 5) }],
    [changed, { version: 2, agenda: agendaOf(1, 3, 4, 5) }],
  ]),
}

const says = (side: SideId, move: number, item: number | null, more: Partial<PartWord> = {}) => ({
  is: 'for' as const,
  side,
  move,
  item,
  plan,
  seat: undefined,
  atMs: move * 100 + (side === ch ? 0 : 1),
  isDoubted: false,
  ...more,
})
const both = (
  ...said: Parameters<typeof says> extends [SideId, ...infer Rest] ? Rest : never
): [PartWord, PartWord] => [says(ch, ...said), says(ke, ...said)]
const agreedIn = (words: readonly PartWord[]) => movesOf(words, ground).agreed
const now = (words: readonly PartWord[]): AgreedMove | undefined => agreedIn(words).at(-1)
const isOpenAt = (words: readonly PartWord[]): boolean => {
  const latest = now(words)
  return latest !== undefined && isOpenNow(latest)
}

test('the talks are at an item once every side is for it, from the last word on (R78)', () => {
  const [mine, theirs] = both(1, 1)

  expect(agreedIn([mine])).toEqual([])
  expect(movesOf([mine], ground).proposed).toMatchObject([{ item: 1, leadsToOpen: true }])
  expect(now([mine, theirs])).toMatchObject({
    item: 1,
    sinceMs: 101,
    open: { fromMs: 101, untilMs: undefined },
  })
})

test('neither several words of one side, nor words under another number or of a plan that nobody agreed to, are the other side’s (R78)', () => {
  const alone = [says(ch, 1, 1), says(ch, 1, 1, { atMs: 5 }), says(ke, 2, 1), says(ke, 1, 2)]

  expect(agreedIn([...alone, says(ke, 1, 1, { plan: unknown })])).toEqual([])
  expect(agreedIn(both(1, 9))).toEqual([])
})

test('what is open ends with the first word that asks to leave it, and with the first that closes it (R79)', () => {
  const left = agreedIn([...both(1, 1), ...both(2, 3)])
  const closed = now([...both(1, 1), says(ke, 1, 1, { is: 'closed', atMs: 150 })])

  expect(left.map(({ open }) => open)).toEqual([{ fromMs: 101, untilMs: 200 }, undefined])
  expect(closed).toMatchObject({ item: 1, open: { fromMs: 101, untilMs: 150 } })
  expect(closed && isOpenNow(closed)).toBe(false)
})

test('an open part is open once, and going forward: whoever comes back finds it closed, and so are those between (R79)', () => {
  const far = [...both(1, 1), ...both(2, 3)]

  expect(isOpenAt([...far, ...both(3, 1)])).toBe(false)
  expect(isOpenAt([...far, ...both(3, 2)])).toBe(false)
  expect(isOpenAt([...far, ...both(3, 5)])).toBe(true)
})

test('a plan that is changed in mid-call opens nothing that was reached closed (R79)', () => {
  const far = [...both(1, 3)]

  expect(isOpenAt([...far, ...both(2, 3, { plan: changed })])).toBe(false)
  expect(isOpenAt([...far, ...both(2, 4, { plan: changed })])).toBe(true)
})

test('nor does a word about a plan that was changed since (R79)', () => {
  expect(isOpenAt([...both(1, 3, { plan: changed }), ...both(2, 5)])).toBe(false)
})

test('a move that any side refused or took back never leads to an open part, whoever is for it later (R79)', () => {
  const refused = says(ch, 1, 1, { is: 'refused', atMs: 1 })

  expect(isOpenAt([refused, ...both(1, 1)])).toBe(false)
  expect(isOpenAt([...both(1, 1), refused])).toBe(false)
  expect(now([refused, ...both(1, 1)])).toMatchObject({ item: 1, open: undefined })
})

test('of two moves with one number the one to a closed part counts, and then the later item (R79)', () => {
  const [open, closed, later] = [both(1, 5), both(1, 3), both(1, 4)]

  expect(now([...open, ...closed])?.item).toBe(3)
  expect(now([...later, ...closed, ...open])?.item).toBe(4)
})

test('a device that its side withdrew speaks for it into a closed part, and opens none (R79)', () => {
  const [mine, theirs] = both(1, 1)
  const [closing, agreeing] = both(1, 3)
  const [last, theirLast] = both(1, 5)
  const after = both(2, 4, { plan: changed })

  expect(now([{ ...mine, isDoubted: true }, theirs])).toBe(undefined)
  expect(now([{ ...closing, isDoubted: true }, agreeing])?.item).toBe(3)
  expect(isOpenAt([{ ...last, isDoubted: true }, theirLast, ...after])).toBe(false)
})

test('past its last item the agenda is over, and nothing is open (R78)', () => {
  expect(now([...both(1, 5), ...both(2, null)])).toMatchObject({ item: null, open: undefined })
})

const plain = (moves: readonly AgreedMove[]) =>
  moves.map(({ closed, ...move }) => ({ ...move, closed: [...closed.keys()].toSorted() }))

const anyWord: fc.Arbitrary<PartWord> = fc.record({
  is: fc.constantFrom('for', 'for', 'for', 'for', 'refused', 'closed'),
  side: fc.constantFrom(ch, ke),
  move: fc.integer({ min: 1, max: 4 }),
  item: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 }),
  plan: fc.constantFrom(plan, plan, changed),
  seat: fc.constant(undefined),
  atMs: fc.integer({ min: 0, max: 60 }),
  isDoubted: fc.boolean(),
})

test('in whatever order words are heard, and however often, they come to the same moves (R78)', () => {
  fc.assert(
    fc.property(
      fc
        .array(anyWord, { maxLength: 40 })
        .chain((words) =>
          fc.tuple(
            fc.constant(words),
            fc.shuffledSubarray([...words, ...words], { minLength: words.length * 2 }),
          ),
        ),
      ([words, again]) => {
        expect(plain(agreedIn(again))).toEqual(plain(agreedIn(words)))
      },
    ),
    { numRuns: 500 },
  )
})

test('no word more opens a move that was closed, or more of it, nor does a doubt (R79)', () => {
  fc.assert(
    fc.property(
      fc.array(anyWord, { maxLength: 30 }),
      fc.oneof(anyWord, fc.nat()),
      (words, more) => {
        const before = new Map(agreedIn(words).map((move) => [move.move, move.open]))
        const after =
          typeof more === 'number'
            ? words.map((word, at) =>
                at === more % words.length ? { ...word, isDoubted: true } : word,
              )
            : [...words, more]

        for (const { move, open } of agreedIn(after)) {
          const was = before.get(move)
          if (!before.has(move) || !open) continue
          expect(was).not.toBe(undefined)
          expect(open.fromMs).toBeGreaterThanOrEqual(was?.fromMs ?? Infinity)
          expect(open.untilMs ?? Infinity).toBeLessThanOrEqual(was?.untilMs ?? Infinity)
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test('whatever one side says alone moves nobody (R78)', () => {
  fc.assert(
    fc.property(
      fc.array(
        anyWord.map((word) => ({ ...word, side: ch })),
        { maxLength: 40 },
      ),
      (words) => {
        expect(agreedIn(words)).toEqual([])
      },
    ),
  )
})
