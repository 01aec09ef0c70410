import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

test('the MLS library is 1.6.4 and no other: those before and the next do not rekey when one is removed', () => {
  const require = createRequire(import.meta.url)
  const main = require.resolve('ts-mls')
  const root = main.slice(0, main.indexOf('/dist/'))

  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
    version: string
  }

  expect(version).toBe('1.6.4')
})
