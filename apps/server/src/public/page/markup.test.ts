import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from './markup.ts'
import { proseOf } from './prose.ts'
import type { Prose } from '@parley/release'

/** Whatever somebody may try to write, with what is a sign of markup more often than elsewhere. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '</p>',
        '<script>',
        '&lt;',
        '<!--',
        ']]>',
        '${',
        '`',
      ),
      fc.constantFrom('\u202E', '\u2066', '\u2069', '\u0000', '\uFFFE', '\uD800'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** The elements in some markup, in their order. */
function tagsIn(markup: string): string[] {
  return [...markup.matchAll(/<\/?[a-z][^>]*>/g)].map(([tag]) => tag)
}

/** What a reader sees of a text: signs that stand for others are those. */
function readAs(markup: string): string {
  const signs: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    '#39': "'",
    amp: '&',
  }
  return markup.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, sign: string) => signs[sign] ?? '')
}

/** A text in which those words stand wherever words may stand. */
function proseWith(said: string): Prose {
  return [
    { is: 'heading', level: 2, runs: [{ text: said }] },
    {
      is: 'paragraph',
      runs: [
        { text: said, em: true },
        { text: said, href: 'https://example.org/' },
      ],
    },
    { is: 'list', ordered: true, items: [[{ text: said }], [{ text: said, strong: true }]] },
    { is: 'quote', runs: [{ text: said }] },
  ]
}

const FORBIDDEN = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu

test('no text becomes an element, leaves its own, or leaves an attribute, whatever it is (R111)', () => {
  fc.assert(
    fc.property(text, text, (inside, named) => {
      const markup = html`<p title="${named}">${inside}</p>`.toString()
      const [, title = '', body = ''] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(markup) ?? []

      expect(readAs(body)).toBe(inside.toWellFormed().replaceAll(FORBIDDEN, '\uFFFD'))
      expect(readAs(title)).toBe(named.toWellFormed().replaceAll(FORBIDDEN, '\uFFFD'))
    }),
  )
})

test('no text turns the direction of what stands beside it, nor ends a page (R111)', () => {
  fc.assert(
    fc.property(text, (inside) => {
      expect(html`<p>${inside}</p>`.toString()).not.toMatch(FORBIDDEN)
    }),
  )
})

test('a text has the same elements on the page whatever is in it (R111)', () => {
  const expected = tagsIn(proseOf(proseWith('a')).toString())
  fc.assert(
    fc.property(text, (said) => {
      expect(tagsIn(proseOf(proseWith(said)).toString())).toEqual(expected)
    }),
  )
})

test('an address in a text stays in its attribute', () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      const runs = [{ text: 'a', href: `https://example.org/${path}"onclick="` }]
      const markup = proseOf([{ is: 'quote', runs }]).toString()
      expect(tagsIn(markup)).toHaveLength(6)
      expect(markup.match(/<a[^>]*>/)?.[0]).not.toContain('onclick="')
    }),
  )
})

test('markup in markup stays markup, and nothing, false and null are left out', () => {
  const inner = html`<b>${'&'}</b>`

  expect(html`<p>${[inner, undefined, false, null, 0, '']}</p>`.toString()).toBe(
    '<p><b>&amp;</b>0</p>',
  )
})
