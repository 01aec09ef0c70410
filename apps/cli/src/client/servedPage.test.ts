import { expect, test } from 'vitest'
import { readServedPage } from './servedPage.ts'

const PAGE = '<head>\n<title>Parley</title>\n</head>\n'

function pageWith(...lines: readonly string[]): string {
  return PAGE.replace('<title>', `${lines.map((line) => `${line}\n`).join('')}<title>`)
}

test('what an operator may set is told apart from the page', () => {
  const { plain, settings } = readServedPage(
    pageWith(
      '<meta name="parley-server" content="https://parley.example:8443">',
      '<meta name="parley-name" content="The &quot;Bureau&quot;">',
    ),
  )

  expect(plain).toBe(PAGE)
  expect([...settings]).toEqual([
    ['server', 'https://parley.example:8443'],
    ['name', 'The &quot;Bureau&quot;'],
  ])
})

test.each([
  ['something else in its place', '<meta http-equiv="refresh" content="0">'],
  ['a second tag in the line', '<meta name="parley-name" content="a"><script src=x></script>'],
  ['a tag in the name', '<meta name="parley-name" content="<script>">'],
  ['more than an origin to dial', '<meta name="parley-server" content="https://a; img-src *">'],
  ['another setting', '<meta name="parley-other" content="a">'],
])('a line with %s belongs to the page', (_, line) => {
  expect(readServedPage(pageWith(line)).plain).toBe(pageWith(line))
})

test('a setting that stands there twice, or elsewhere, belongs to the page', () => {
  const line = '<meta name="parley-name" content="a">'

  expect(readServedPage(pageWith(line, line)).plain).toBe(pageWith(line, line))
  expect(readServedPage(`${line}\n${PAGE}`).plain).toBe(`${line}\n${PAGE}`)
})

test('what a page names is read however it is written', () => {
  const { named } = readServedPage(
    `<script SRC = '/a.js'></script><img srcset=/b.png><object data="//c.example/d"><a href=''>`,
  )

  expect(named).toEqual(['/a.js', '/b.png', '//c.example/d', ''])
})
