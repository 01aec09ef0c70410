import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ASIDE, styleAside } from './styleAside.ts'

test('what a tag says of its style stands aside, and so does a sheet', () => {
  expect(styleAside(`<p class=x style='a:b' id="y"><STYLE type=css>p{}</STYLE></p>`)).toBe(
    `<p class=x ${ASIDE}='a:b' id="y"><x-style type=css>p{}</x-style></p>`,
  )
})

test('what a tag would do stands aside, too', () => {
  expect(styleAside('<p onclick="a()" ONERROR=b>on</p>')).toBe(
    '<p data-pasted-onclick="a()" data-pasted-ONERROR=b>on</p>',
  )
})

test('words that only look like a style stay as they are', () => {
  for (const text of [
    'a < b style=c',
    '<p title="in style = yes">style=x</p>',
    '<p data-style="a">stylefree style</p>',
    '<!-- style -->',
  ])
    expect(styleAside(text)).toBe(text)
})

test('a page however broken keeps all its other characters', () => {
  const piece = fc.constantFrom(
    '<p',
    ' style=',
    '"',
    "'",
    '>',
    '<style',
    '</style>',
    'a',
    ' ',
    '<',
    '/',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join('')
      const back = styleAside(html).replaceAll('data-pasted-', '').replaceAll('x-style', 'style')
      expect(back).toBe(html)
    }),
  )
})

test('a page of a million tags that never end is read through in a moment', () => {
  const html = '<a"'.repeat(400_000)

  const since = performance.now()
  styleAside(html)

  expect(performance.now() - since).toBeLessThan(1000)
})
