import { Hash, SeatId, SideId } from '@parley/protocol'
import type { EntryEvent, MovesGround, PartWord } from '@parley/seal'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { isBehind, knownMove, NO_PARTS, partNow, type Parts, type PartSpeaker } from './parts.ts'
import { isOnItsWay, standing, stepParts, type PartsEvent } from './stepParts.ts'

const [ch, ke] = ['A', 'B'].map((first) => v.parse(SideId, `${first}${'A'.repeat(10)}`)) as [
  SideId,
  SideId,
]
const seat = v.parse(SeatId, 'A'.repeat(11))
const plan = v.parse(Hash, 'A'.repeat(43))
const changed = v.parse(Hash, `B${'A'.repeat(42)}`)
const agenda = [true, false, false, true].map((open, at) => {
  return { part: at + 1, title: `Item ${at + 1}`, minutes: 10, open }
})
const ground: MovesGround = {
  sides: [ch, ke],
  plans: new Map([
    [plan, { version: 1, agenda }],
    [changed, { version: 2, agenda }],
  ]),
}

/** Of the first side, for a move with that number. */
const far = (move: number): PartWord => ({
  is: 'for',
  side: ch,
  seat,
  move,
  item: 2,
  plan,
  atMs: 0,
  isDoubted: false,
})

/** Somebody who speaks for a side, and what they signed. */
class Speaks {
  parts: Parts
  readonly signed: EntryEvent[] = []
  readonly #speaker: PartSpeaker

  constructor(side: SideId, { maySpeak = true, isDesk = false } = {}) {
    this.#speaker = { side, seat: isDesk ? undefined : seat, maySpeak }
    this.parts = NO_PARTS
    this.knows(plan)
  }

  knows(now: Hash): void {
    this.does({ type: 'ground-changed', ground, plan: now, speaker: this.#speaker })
  }

  does(event: PartsEvent): readonly EntryEvent[] {
    const [next, effects] = stepParts(this.parts, event)
    this.parts = next
    const what = effects.flatMap((one) => one.what)
    this.signed.push(...what)
    return what
  }

  proposes(item: number | null, nowMs = 0): readonly EntryEvent[] {
    return this.does({ type: 'part-proposed', item, nowMs })
  }

  /** To the only proposal that stands. */
  agrees(nowMs = 0): readonly EntryEvent[] {
    const [to] = standing(this.parts)
    return to ? this.does({ type: 'part-agreed', to, nowMs }) : []
  }

  refuses(nowMs = 0): readonly EntryEvent[] {
    const [to] = standing(this.parts)
    return to ? this.does({ type: 'part-refused', to, nowMs }) : []
  }

  get words(): readonly PartWord[] {
    const { side, seat: by } = this.#speaker
    return this.signed.flatMap((event): PartWord[] => {
      if (!('move' in event)) return []
      const is = event.is === 'part' ? 'for' : event.is === 'part-closed' ? 'closed' : 'refused'
      const { move, item, plan: named, at: atMs } = event
      return [{ is, side, seat: by, move, item, plan: named, atMs, isDoubted: false }]
    })
  }
}

/** All of them hear all that was signed. */
function meet(...all: readonly Speaks[]): void {
  const words = all.flatMap((one) => one.words)
  for (const one of all) one.does({ type: 'words-known', words })
}

test('what one side proposes is the part in progress once the other agreed with one press (R78)', () => {
  const [livia, josphat] = [new Speaks(ch), new Speaks(ke)]

  livia.proposes(1, 100)
  meet(livia, josphat)
  expect([partNow(livia.parts), standing(josphat.parts)]).toMatchObject([
    undefined,
    [{ item: 1, leadsToOpen: true }],
  ])
  josphat.agrees(200)
  meet(livia, josphat)

  expect([partNow(livia.parts), partNow(josphat.parts)]).toEqual([
    { item: 1, open: true, since: 200 },
    { item: 1, open: true, since: 200 },
  ])
})

test('who may not speak for a side signs nothing (R78)', () => {
  const odile = new Speaks(ch, { maySpeak: false })

  expect(odile.proposes(1)).toEqual([])
})

test('nobody goes to where the talks are, to an item that the plan has not, or twice to one (R78)', () => {
  const [livia, josphat] = [new Speaks(ch), new Speaks(ke)]
  livia.proposes(2)
  expect(livia.proposes(2)).toEqual([])
  meet(livia, josphat)
  expect(livia.proposes(2)).toEqual([])
  josphat.agrees()
  meet(livia, josphat)

  expect([livia.proposes(2), livia.proposes(9)]).toEqual([[], []])
  expect(new Speaks(ch).proposes(null)).toEqual([])
})

test('a proposal is taken back and declined, and stands no more; what is proposed anew has another number (R79)', () => {
  const [livia, josphat] = [new Speaks(ch), new Speaks(ke)]
  livia.proposes(2)
  meet(livia, josphat)

  livia.refuses()
  meet(livia, josphat)
  expect(standing(josphat.parts)).toEqual([])
  expect(josphat.agrees()).toEqual([])

  expect(livia.proposes(2)).toMatchObject([{ is: 'part', move: 2 }])
  meet(livia, josphat)
  josphat.refuses()
  meet(livia, josphat)
  expect([standing(livia.parts), partNow(livia.parts)]).toEqual([[], undefined])

  expect(livia.proposes(2)).toMatchObject([
    { is: 'part-refused', move: 2 },
    { is: 'part', move: 3 },
  ])
  meet(livia, josphat)
  josphat.agrees()
  meet(livia, josphat)
  expect(partNow(livia.parts)?.item).toBe(2)
})

test('with the next word a side takes back what it was for, and nobody can make use of it later (R79)', () => {
  const [livia, josphat] = [new Speaks(ch), new Speaks(ke)]
  livia.proposes(1)

  expect(livia.proposes(2)).toMatchObject([
    { is: 'part-refused', move: 1, item: 1 },
    { is: 'part', move: 2, item: 2 },
  ])
  meet(livia, josphat)
  josphat.agrees()
  meet(livia, josphat)
  const late: PartWord = { ...livia.words[0]!, side: ke, atMs: 9 }
  livia.does({ type: 'words-known', words: [...livia.words, ...josphat.words, late] })

  expect(livia.parts.moves.agreed.map(({ item, open }) => [item, open])).toEqual([
    [1, undefined],
    [2, undefined],
  ])
})

test('what stood for ten minutes, or for a plan that was changed, its author takes back (R79)', () => {
  const livia = new Speaks(ch)
  livia.proposes(1, 1000)
  meet(livia)

  expect(livia.does({ type: 'looked', nowMs: 601_000 })).toEqual([])
  expect(livia.does({ type: 'looked', nowMs: 601_001 })).toMatchObject([{ is: 'part-refused' }])

  const other = new Speaks(ch)
  other.proposes(1)
  meet(other)
  other.knows(changed)
  expect(other.does({ type: 'looked', nowMs: 1 })).toMatchObject([{ is: 'part-refused' }])
})

test('its author alone takes it back, and not whoever sits beside (R79)', () => {
  const [livia, desk] = [new Speaks(ch), new Speaks(ch, { isDesk: true })]
  livia.proposes(1)
  meet(livia, desk)

  expect(desk.does({ type: 'looked', nowMs: 900_000 })).toEqual([])
})

test('either side closes an open part at once, and nobody opens it again (R79)', () => {
  const [livia, josphat] = [new Speaks(ch), new Speaks(ke)]
  livia.proposes(1)
  meet(livia, josphat)
  josphat.agrees()
  meet(livia, josphat)

  livia.does({ type: 'part-closed', nowMs: 500 })
  expect(partNow(livia.parts)).toMatchObject({ item: 1, open: false })
  meet(livia, josphat)

  expect(partNow(josphat.parts)).toMatchObject({ item: 1, open: false })
  expect(josphat.does({ type: 'part-closed', nowMs: 600 })).toEqual([])
})

test('what was refused here counts here, though it does not come back (R79)', () => {
  const [livia, josphat] = [new Speaks(ch), new Speaks(ke)]
  livia.proposes(1)
  const proposed = livia.words
  meet(livia, josphat)
  josphat.agrees()
  livia.refuses()

  livia.does({ type: 'words-known', words: [...proposed, ...josphat.words] })

  expect(partNow(livia.parts)).toMatchObject({ open: false })
})

test('a press is not said twice while it is under way, and is after eight seconds', () => {
  const [livia, josphat] = [new Speaks(ch), new Speaks(ke)]
  livia.proposes(1)
  meet(livia, josphat)
  const [to] = standing(josphat.parts)

  expect([josphat.agrees(0), josphat.agrees(10)]).toMatchObject([[{ is: 'part' }], []])
  expect(to && isOnItsWay(josphat.parts, { ...to, is: 'for' })).toBe(true)
  josphat.does({ type: 'looked', nowMs: 8000 })
  expect(josphat.agrees(8000)).toMatchObject([{ is: 'part' }])
})

test('a number far above the last one is no proposal to agree to', () => {
  const josphat = new Speaks(ke)
  josphat.does({ type: 'words-known', words: [far(101)] })
  expect(standing(josphat.parts)).toEqual([])
  josphat.does({ type: 'words-known', words: [far(100)] })
  expect(standing(josphat.parts)).toHaveLength(1)
})

test('while somebody says that the talks have moved on, nothing is open here (R81)', () => {
  const [livia, josphat] = [new Speaks(ch), new Speaks(ke)]
  livia.proposes(1)
  meet(livia, josphat)
  josphat.agrees()
  meet(livia, josphat)
  const says = (move: number, nowMs: number) =>
    livia.does({
      type: 'others-said',
      said: [{ seat, known: { move, item: 2, isOpen: false } }],
      nowMs,
    })

  says(2, 700)
  says(2, 900)
  expect(partNow(livia.parts)?.open).toBe(false)
  expect(livia.parts.ahead).toMatchObject([{ seat, sinceMs: 700 }])
  const known = knownMove(livia.parts)
  livia.does({ type: 'others-said', said: [{ seat, known }], nowMs: 950 })
  expect([partNow(livia.parts)?.open, livia.parts.ahead]).toEqual([true, []])
})

test('of one move, whoever knows that it is closed has heard more than whoever does not', () => {
  const open = { move: 2, item: 4, isOpen: true }
  const closed = { ...open, isOpen: false }

  expect([isBehind(open, closed), isBehind(closed, open), isBehind(open, open)]).toEqual([
    true,
    false,
    false,
  ])
  expect([isBehind(undefined, open), isBehind(open, undefined)]).toEqual([true, false])
  expect(isBehind({ ...closed, item: 2 }, { ...closed, item: 3 })).toBe(true)
})
