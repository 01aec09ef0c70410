import { Hash, type Hash as HashOf } from '@parley/protocol'
import { Prose, type Block, type Run } from '@parley/release'
import * as fc from 'fast-check'
import { EditorState } from 'prosemirror-state'
import { Node } from 'prosemirror-model'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { blocksOf } from './blocksOf.ts'
import { changeBlocks } from './changeBlocks.ts'
import { docOf } from './docOf.ts'
import { proseSchema, webAddress } from './proseSchema.ts'

const HASH: HashOf = v.parse(Hash, 'A'.repeat(43))
const address = fc
  .webUrl({ validSchemes: ['https'] })
  .map((url) => webAddress(url) ?? 'https://example.org/')
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => v.is(Prose, [{ is: 'paragraph', runs: [{ text }] }]))
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    em: fc.constant(true as const),
    strong: fc.constant(true as const),
    href: address,
  },
  { requiredKeys: ['text'] },
)
/** Neighbours that are written alike are one run. */
const runs = fc.array(run, { minLength: 1, maxLength: 6 }).map((all) =>
  all.reduce<Run[]>((joined, { text, ...form }) => {
    const last = joined.at(-1)
    const { text: before = '', ...was } = last ?? {}
    const isAlike = last && JSON.stringify(sorted(was)) === JSON.stringify(sorted(form))
    if (!isAlike) return [...joined, { text, ...form }]
    return [...joined.slice(0, -1), { ...last, text: before + text }]
  }, []),
)
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ is: fc.constant('paragraph' as const), runs }),
  fc.record({
    is: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const),
    runs,
  }),
  fc.record({ is: fc.constant('quote' as const), runs }),
  fc.record({
    is: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(runs, { minLength: 1, maxLength: 4 }),
  }),
  words.map((text): Block => ({ is: 'paragraph', runs: [{ text }], joint: HASH })),
)
const prose = fc.array(block, { maxLength: 8 })

test('a text comes back from the editor as it went in, whole (R100)', () => {
  fc.assert(
    fc.property(prose, (text) => {
      expect(v.parse(Prose, blocksOf(docOf(text)))).toEqual(v.parse(Prose, text))
    }),
  )
})

test('whatever the editor can hold is a text that may be published (R100)', () => {
  const { nodes, marks } = proseSchema
  const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
  const inline = fc
    .tuple(anyText, fc.boolean(), fc.option(address))
    .map(([text, em, href]) =>
      proseSchema.text(text, [
        ...(href === null ? [] : [marks.link.create({ href })]),
        ...(em ? [marks.em.create()] : []),
      ]),
    )
  const line = fc.array(inline, { maxLength: 4 })
  const node = fc.oneof(
    line.map((all) => nodes.paragraph.create(null, all)),
    line.map((all) => nodes.heading.create({ level: 3 }, all)),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((items) =>
      nodes.bullet_list.create(
        null,
        items.map((all) => nodes.list_item.create(null, nodes.paragraph.create(null, all))),
      ),
    ),
  )
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 5 }), (all) => {
      const doc = nodes.doc.create(null, all)
      doc.check()
      expect(v.safeParse(Prose, blocksOf(doc)).issues).toBeUndefined()
    }),
  )
})

test('what one text differs from another in is all that is changed in the editor', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const state = EditorState.create({ doc: docOf(before) })
      const { doc } = changeBlocks(state.tr, after)
      expect(blocksOf(doc)).toEqual(blocksOf(docOf(after)))
    }),
  )
})

test('a paragraph that is still empty stays where it was while others write around it', () => {
  const { nodes } = proseSchema
  const said = (text: string) => nodes.paragraph.create(null, proseSchema.text(text))
  const doc = nodes.doc.create(null, [said('A'), nodes.paragraph.create(), said('B')])
  const next: Prose = [
    { is: 'paragraph', runs: [{ text: 'A' }] },
    { is: 'paragraph', runs: [{ text: 'B of another' }] },
  ]

  const changed = changeBlocks(EditorState.create({ doc }).tr, next).doc

  expect(changed.children.map((node) => node.textContent)).toEqual(['A', '', 'B of another'])
})

test('no address but one of the web gets into a text', () => {
  for (const typed of [
    'http://example.org',
    'javascript:alert(1)',
    'mailto:a@b.c',
    'https://a:b@c.org',
    'example',
  ])
    expect(webAddress(typed)).toBeUndefined()
  expect(webAddress(' https://example.org/a b ')).toBe('https://example.org/a%20b')
})

test('an address that is none is not read from a document that somebody else made', () => {
  const bad = { type: 'doc', content: [{ type: 'script', content: [] }] }

  expect(() => Node.fromJSON(proseSchema, bad)).toThrow(RangeError)
})

function sorted(form: object): object {
  return Object.fromEntries(Object.entries(form).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
