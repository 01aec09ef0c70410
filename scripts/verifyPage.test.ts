import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { makeVerifyPage } from '../apps/web/verifyPage.ts'

const web = join(import.meta.dirname, '../apps/web')
/** It is built with all that it says in four languages. */
const BUILD_MS = 120_000

let page: string

beforeAll(async () => {
  const names = readdirSync(join(web, 'src/style/fonts'))
  page = await makeVerifyPage(web, new Map(names.map((name) => [name, `/assets/${name}`])))
}, BUILD_MS)

test('the page that verifies is one file: it asks for nothing but the letters that its browser may have', () => {
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ''
  const markup = page.replace(/<style>.*?<\/style>/s, '').replace(/<script>.*?<\/script>/s, '')
  const asked = style.match(/url\([^)]*\)|@import/g) ?? []

  expect(asked.length).toBeGreaterThan(5)
  for (const one of asked) expect(one).toMatch(/^url\(["']?\/assets\/[\w-]+\.woff2["']?\)$/)
  expect(/\b(?:src|href)=/.test(markup)).toBe(false)
  expect(page.match(/<\/script/g)).toHaveLength(1)
})

test('its script loads no other, and evaluates no text', () => {
  const script = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? ''

  expect(script.length).toBeGreaterThan(100_000)
  const loads = /\bimport\s*\(|\beval\s*\(|new Function\b|new Worker\b|importScripts/.exec(script)
  expect(loads?.[0]).toBeUndefined()
})

test('it says what it says in every language of the product', () => {
  for (const word of ['Choose files', 'Choisir des fichiers', 'Выбрать файлы', 'اختيار ملفات'])
    expect(page.includes(word)).toBe(true)
})
