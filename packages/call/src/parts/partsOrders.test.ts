import { Hash, SeatId, SideId } from '@parley/protocol'
import type { EntryEvent, MovesGround, PartWord } from '@parley/seal'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { knownMove, latestMove, NO_PARTS, partNow, type Parts } from './parts.ts'
import { standing, stepParts, type PartsEvent } from './stepParts.ts'

const SIDES = ['A', 'B', 'C'].map((first) => v.parse(SideId, `${first}${'A'.repeat(10)}`))
const seatOf = (n: number) => v.parse(SeatId, `${'ABCDEF'[n]}${'A'.repeat(10)}`)
const plan = v.parse(Hash, 'A'.repeat(43))
const agenda = [true, false, true, false, true].map((open, at) => {
  return { part: at + 1, title: `Item ${at + 1}`, minutes: 10, open }
})
const ground: MovesGround = { sides: SIDES, plans: new Map([[plan, { version: 1, agenda }]]) }

/** A device that speaks for a side and hears of the words in an order of its own. */
class Device {
  parts: Parts
  readonly side: SideId
  readonly seat: SeatId
  readonly #heard: PartWord[] = []
  #unheard: PartWord[] = []

  constructor(n: number, side: SideId) {
    this.side = side
    this.seat = seatOf(n)
    const speaker = { side, seat: this.seat, maySpeak: true }
    this.parts = stepParts(NO_PARTS, { type: 'ground-changed', ground, plan, speaker })[0]
  }

  does(event: PartsEvent): readonly PartWord[] {
    const [next, effects] = stepParts(this.parts, event)
    this.parts = next
    return effects.flatMap(({ what }) => what.flatMap((one) => this.#wordOf(one)))
  }

  comes(words: readonly PartWord[]): void {
    this.#unheard.push(...words)
  }

  /** One of those that are under way to it, whichever. */
  hears(which: number): void {
    const [word] = this.#unheard.splice(which % (this.#unheard.length || 1), 1)
    if (!word) return
    this.#heard.push(word)
    this.does({ type: 'words-known', words: [...this.#heard] })
  }

  hearsAll(): void {
    while (this.#unheard.length > 0) this.hears(0)
  }

  #wordOf(event: EntryEvent): PartWord[] {
    if (!('move' in event)) return []
    const is = event.is === 'part' ? 'for' : event.is === 'part-closed' ? 'closed' : 'refused'
    const { move, item, plan: named, at: atMs } = event
    return [
      { is, side: this.side, seat: this.seat, move, item, plan: named, atMs, isDoubted: false },
    ]
  }
}

type Act = { who: number; does: 'proposes' | 'agrees' | 'refuses' | 'closes' | 'hears'; n: number }

const anyAct: fc.Arbitrary<Act> = fc.record({
  who: fc.nat({ max: 5 }),
  does: fc.constantFrom(
    'proposes',
    'agrees',
    'agrees',
    'refuses',
    'closes',
    'hears',
    'hears',
    'hears',
  ),
  n: fc.nat({ max: 5 }),
})

/** Two devices of each side. */
const people = () =>
  SIDES.flatMap((side, at) => [new Device(2 * at, side), new Device(2 * at + 1, side)])

function act(device: Device, { does, n }: Act, nowMs: number): readonly PartWord[] {
  const [to] = standing(device.parts).slice(n % (standing(device.parts).length || 1))
  switch (does) {
    case 'proposes':
      return device.does({ type: 'part-proposed', item: n === 0 ? null : n, nowMs })
    case 'agrees':
      return to ? device.does({ type: 'part-agreed', to, nowMs }) : []
    case 'refuses':
      return to ? device.does({ type: 'part-refused', to, nowMs }) : []
    case 'closes':
      return device.does({ type: 'part-closed', nowMs })
    case 'hears':
      device.hears(n)
      return []
  }
}

test('whatever three sides do at once, and in whatever order each device hears of it, all come to the same part (R78)', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 80 }), (acts) => {
      const all = people()
      for (const [at, one] of acts.entries()) {
        const device = all[one.who] as Device
        const said = act(device, one, at)
        for (const each of all) each.comes(said)
      }
      for (const each of all) each.hearsAll()

      const [first, ...others] = all.map(({ parts }) => [knownMove(parts), partNow(parts)])
      for (const other of others) expect(other).toEqual(first)
    }),
    { numRuns: 300 },
  )
})

/** Two of the sides in the hands of one who signs anything at any time. */
const anyEvil: fc.Arbitrary<PartWord> = fc.record({
  is: fc.constantFrom('for', 'for', 'for', 'for', 'refused', 'closed'),
  side: fc.constantFrom(...SIDES.slice(1)),
  seat: fc.constant(undefined),
  move: fc.integer({ min: 1, max: 6 }),
  item: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 }),
  plan: fc.constant(plan),
  atMs: fc.nat({ max: 80 }),
  isDoubted: fc.constant(false),
})

test('whatever the other sides sign, and whenever the server shows it, no part that was closed here is open, and none opens but by a word of one’s own that was not taken back (R79)', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyAct, anyEvil), { maxLength: 80 }), (happens) => {
      const honest = new Device(0, SIDES[0] as SideId)
      const said: PartWord[] = []
      const closed = new Set<number>()
      for (const [at, one] of happens.entries()) {
        const words = 'does' in one ? act(honest, one, at) : [one]
        if ('does' in one) said.push(...words)
        honest.comes(words)
        const latest = latestMove(honest.parts)
        if (!latest) continue
        const isOpen = partNow(honest.parts)?.open ?? false
        const own = said.filter(({ move, item }) => move === latest.move && item === latest.item)
        if (!isOpen) closed.add(latest.move)
        expect(isOpen && closed.has(latest.move)).toBe(false)
        expect(own.some(({ is }) => is === 'for')).toBe(true)
        expect(isOpen && own.some(({ is }) => is !== 'for')).toBe(false)
      }
    }),
    { numRuns: 1000 },
  )
})
