import { readFileSync } from 'node:fs'
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

  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})
