import { Hash } from '@parley/protocol'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Block } from '../documents/prose.ts'
import type { DraftText } from './draft.ts'
import {
  AGAIN_AFTER_MS,
  SAVE_AFTER_MS,
  SAVE_AT_LEAST_EVERY_MS,
  stepDrafting,
  type Drafting,
  type DraftingEffect,
  type DraftingEvent,
  type SavedDraft,
} from './drafting.ts'
import { emptyWording } from './wording.ts'

const HASH = v.parse(Hash, 'A'.repeat(43))
const EMPTY: DraftText = {
  wording: emptyWording('en'),
  needsApproval: false,
  offered: null,
  resolved: [],
  clashes: [],
  sent: [],
  shared: [],
}
const paragraph = (text: string): Block => ({ is: 'paragraph', runs: [{ text }] })
const saying = (...lines: string[]): DraftText => ({
  ...EMPTY,
  wording: { ...EMPTY.wording, body: lines.map(paragraph) },
})
const titled = (title: string): DraftText => ({
  ...EMPTY,
  wording: { ...EMPTY.wording, title },
})
const linesOf = ({ wording: { body } }: DraftText) =>
  body.map((block) => ('runs' in block ? (block.runs[0]?.text ?? '') : ''))
const fresh = (console: string, base?: SavedDraft): Drafting => ({
  console,
  text: base?.text ?? EMPTY,
  base,
  saving: undefined,
  unsavedSinceMs: undefined,
  trouble: undefined,
})
const saved = (version: number, text: DraftText, console: string): SavedDraft => ({
  version,
  hash: HASH,
  text,
  console,
})

let named = 0
const newId = () => `clash${String(named++).padStart(6, '0')}`

function run(from: Drafting, ...events: DraftingEvent[]): [Drafting, DraftingEffect[]] {
  let drafting = from
  const effects: DraftingEffect[] = []
  for (const event of events) {
    const [next, more] = stepDrafting(drafting, event, newId)
    drafting = next
    effects.push(...more)
  }
  return [drafting, effects]
}

test('what is typed is kept at once, and saved when typing rests', () => {
  const [, effects] = run(fresh('one'), { type: 'written', text: saying('A'), atMs: 0 })

  expect(effects).toEqual([
    { do: 'keep', text: saying('A'), base: undefined },
    { do: 'wait', forMs: SAVE_AFTER_MS },
  ])
})

test('somebody who types on is saved after ten seconds all the same', () => {
  const late = SAVE_AT_LEAST_EVERY_MS - 500
  const [, effects] = run(
    fresh('one'),
    { type: 'written', text: saying('A'), atMs: 0 },
    { type: 'written', text: saying('A B'), atMs: late },
  )

  expect(effects.at(-1)).toEqual({ do: 'wait', forMs: 500 })
})

test('one’s own save that comes back takes nothing from what was typed meanwhile', () => {
  const [drafting, effects] = run(
    fresh('one'),
    { type: 'written', text: saying('A'), atMs: 0 },
    { type: 'save-due', atMs: 2500 },
    { type: 'written', text: saying('A B'), atMs: 2600 },
    { type: 'arrived', saved: saved(1, saying('A'), 'one'), atMs: 2700 },
  )

  expect(linesOf(drafting.text)).toEqual(['A B'])
  expect(effects.filter((effect) => effect.do === 'show')).toEqual([])
})

test('a save whose answer was lost is known again by its console', () => {
  const [drafting] = run(
    fresh('one'),
    { type: 'written', text: saying('A'), atMs: 0 },
    { type: 'save-due', atMs: 2500 },
    { type: 'save-failed', because: 'away', atMs: 2600 },
    { type: 'written', text: saying('A, and B'), atMs: 2700 },
    { type: 'arrived', saved: saved(1, saying('A'), 'one'), atMs: 9000 },
  )

  expect(linesOf(drafting.text)).toEqual(['A, and B'])
  expect(drafting.text.clashes).toEqual([])
})

test('what another console saved is put into the text, and shown', () => {
  const base = saved(1, saying('A', 'B'), 'other')
  const [drafting, effects] = run(
    fresh('one', base),
    { type: 'written', text: saying('A of one', 'B'), atMs: 0 },
    { type: 'arrived', saved: saved(2, saying('A', 'B of other'), 'other'), atMs: 100 },
  )

  expect(linesOf(drafting.text)).toEqual(['A of one', 'B of other'])
  expect(effects.some((effect) => effect.do === 'show')).toBe(true)
  expect(effects.at(-1)).toEqual({ do: 'wait', forMs: SAVE_AFTER_MS })
})

test('an older draft than the one known is passed over', () => {
  const base = saved(7, saying('A'), 'other')

  const [drafting] = run(fresh('one', base), {
    type: 'arrived',
    saved: saved(6, saying('old'), 'other'),
    atMs: 0,
  })

  expect(linesOf(drafting.text)).toEqual(['A'])
})

test('a save that did not come through is tried again', () => {
  const [drafting, effects] = run(
    fresh('one'),
    { type: 'written', text: saying('A'), atMs: 0 },
    { type: 'save-due', atMs: 2500 },
    { type: 'save-failed', because: 'away', atMs: 2600 },
  )

  expect(drafting.trouble).toBe('away')
  expect(effects.at(-1)).toEqual({ do: 'wait', forMs: AGAIN_AFTER_MS })
})

test('a title that two consoles write differently stays as it was saved first, and the other is told', () => {
  const base = saved(1, titled('Talks'), 'other')

  const [drafting] = run(
    fresh('one', base),
    { type: 'written', text: titled('Talks on water'), atMs: 0 },
    { type: 'arrived', saved: saved(2, titled('Talks on gauges'), 'other'), atMs: 10 },
  )

  expect(drafting.text.wording.title).toBe('Talks on gauges')
  expect(drafting.text.clashes).toMatchObject([
    { of: 'title', first: 'Talks on gauges', second: 'Talks on water' },
  ])
})

type Act =
  | { is: 'write'; who: number; place: number; how: 'change' | 'add' | 'drop' }
  | { is: 'save' | 'read'; who: number }
const who = fc.integer({ min: 0, max: 2 })
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({
      is: fc.constant('write' as const),
      who,
      place: fc.integer({ min: 0, max: 5 }),
      how: fc.constantFrom('change' as const, 'add' as const, 'drop' as const),
    }),
    fc.record({ is: fc.constantFrom('save' as const, 'read' as const), who }),
  ),
  { maxLength: 40 },
)

test('consoles that write at once, in any order, end with one text in which nothing that was written is lost', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const { texts, written } = play(all)
      for (const text of texts) expect(text).toEqual(texts[0])
      const left = JSON.stringify(texts[0])
      for (const word of written) expect(left).toContain(word)
    }),
  )
})

/** Three consoles over a server that keeps the newest draft and refuses a version that it has. */
function play(all: readonly Act[]): { texts: DraftText[]; written: Set<string> } {
  const stored: SavedDraft[] = []
  const consoles = ['one', 'two', 'three'].map((name) => ({ drafting: fresh(name), read: 0 }))
  const written = new Set<string>()
  let count = 0
  const step = (place: number, event: DraftingEvent) => {
    const console = consoles[place]
    if (!console) throw new Error('There are three')
    const [drafting, effects] = stepDrafting(console.drafting, event, newId)
    console.drafting = drafting
    for (const effect of effects) if (effect.do === 'save') store(place, effect)
  }
  const store = (place: number, { text, on }: Extract<DraftingEffect, { do: 'save' }>) => {
    const version = (on?.version ?? 0) + 1
    if (version <= (stored.at(-1)?.version ?? 0)) return step(place, { type: 'save-overtaken' })
    stored.push(saved(version, text, consoles[place]?.drafting.console ?? ''))
  }
  const read = (place: number) => {
    const console = consoles[place]
    // Of drafts only the newest is there to be read.
    const newest = stored.at(-1)
    if (console && newest) step(place, { type: 'arrived', saved: newest, atMs: 0 })
  }
  for (const act of all) {
    if (act.is === 'save') step(act.who, { type: 'save-due', atMs: 0 })
    if (act.is === 'read') read(act.who)
    if (act.is !== 'write') continue
    const lines = linesOf(consoles[act.who]?.drafting.text ?? EMPTY)
    const word = `word${count++}.`
    const next = [...lines]
    if (act.how === 'change' && lines[act.place] !== undefined)
      next[act.place] = `${lines[act.place]} ${word}`
    else if (act.how === 'drop' && lines[act.place] !== undefined) {
      // Its own writer takes it out on purpose.
      for (const gone of lines[act.place]?.match(/word\d+\./g) ?? []) written.delete(gone)
      next.splice(act.place, 1)
    } else next.splice(act.place, 0, word)
    if (next.join(' ').includes(word)) written.add(word)
    const text = consoles[act.who]?.drafting.text ?? EMPTY
    step(act.who, {
      type: 'written',
      text: { ...text, wording: { ...text.wording, body: next.map(paragraph) } },
      atMs: 0,
    })
  }
  // Everything settles: each reads what is there and saves what is its own, until nobody has anything left.
  for (let round = 0; round < 12; round++)
    for (const place of consoles.keys()) {
      read(place)
      step(place, { type: 'save-due', atMs: 0 })
      read(place)
    }
  return { texts: consoles.map(({ drafting }) => drafting.text), written }
}
