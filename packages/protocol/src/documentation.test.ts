import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseClientMessage } from './clientMessage.ts'
import { parseServerMessage } from './serverMessage.ts'

const protocol = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8')

function examples(of: 'client' | 'server'): string[] {
  const blocks = protocol.matchAll(/^```json (client|server)\n(.*?)^```$/gms)
  return [...blocks].filter(([, who]) => who === of).map(([, , json]) => json ?? '')
}

test.each(examples('client'))('the protocol’s example of a client parses: %s', (json) => {
  expect(parseClientMessage(json)).toEqual(JSON.parse(json))
})

test.each(examples('server'))('the protocol’s example of the server parses: %s', (json) => {
  expect(parseServerMessage(json)).toEqual(JSON.parse(json))
})

test('the requirements of the protocol are numbered without a gap', () => {
  const numbers = [...protocol.matchAll(/^- \*\*R(\d+)\*\*/gm)].map(([, number]) => Number(number))

  expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
})

test('each requirement is cited by the name of a test that shows it', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const tests = ['packages', 'apps', 'e2e', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(test|spec)\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  )
  const cited = new Set(
    tests.flatMap((text) =>
      [...text.matchAll(/\((R\d+(?:, R\d+)*)\)/g)].flatMap(([, all]) => all?.split(', ') ?? []),
    ),
  )
  const required = [...protocol.matchAll(/^- \*\*(R\d+)\*\*/gm)].map(([, number]) => number ?? '')

  expect(required.filter((number) => !cited.has(number))).toEqual([])
})
