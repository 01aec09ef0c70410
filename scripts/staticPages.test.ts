import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { makeStaticPages } from '../apps/web/staticPages.ts'

const web = join(import.meta.dirname, '../apps/web')
let pages: ReadonlyMap<string, string>

beforeAll(async () => {
  const names = readdirSync(join(web, 'src/style/fonts'))
  pages = await makeStaticPages(web, new Map(names.map((name) => [name, `/assets/${name}`])))
})

test('a page that stands by itself asks for no other file, but for the letters that its browser may have', () => {
  expect([...pages.keys()]).toEqual(['offline.html', 'unfit.html'])
  for (const page of pages.values()) {
    const asked = page.match(/\b(?:src|href)=|url\([^)]*\)|@import|\bimport\b/g)
    expect(asked?.length).toBeGreaterThan(0)
    for (const one of asked ?? []) expect(one).toMatch(/^url\("\/assets\/[\w-]+\.woff2"\)$/)
    expect(page.match(/<script>/g)).toHaveLength(1)
    expect(page.match(/<style>/g)).toHaveLength(1)
  }
})

test('it speaks every language that the catalogues have, each in its own direction', () => {
  const languages = readdirSync(join(web, 'src/language/catalogues')).map((name) =>
    name.slice(0, 2),
  )

  for (const page of pages.values()) {
    const spoken = [...page.matchAll(/<section lang="(\w+)" dir="(\w+)"/g)]
    expect(new Set(spoken.map(([, language]) => language))).toEqual(new Set(languages))
    expect(spoken).toHaveLength(languages.length)
    for (const [, language, direction] of spoken)
      expect(direction).toBe(language === 'ar' ? 'rtl' : 'ltr')
  }
})

test('it says which of its cases it is: no network, or no server; old, not secure, or nothing kept', () => {
  const cases = [...pages.values()].map((page) => [
    ...new Set([...page.matchAll(/data-case="([\w-]+)"/g)].map(([, name]) => name)),
  ])

  expect(cases).toEqual([
    ['offline', 'away'],
    ['old', 'not-secure', 'storage'],
  ])
})

test('an address without https is at fault itself, and no browser is', () => {
  const unfit = pages.get('unfit.html') ?? ''
  const [, said = ''] = /<div data-case="not-secure">(.*?)<\/div>/.exec(unfit) ?? []

  expect(said).toContain('<h1>This address cannot open Parley</h1>')
  expect(said).not.toContain('Open it in a browser that can')
})
