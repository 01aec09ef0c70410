import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readClientFiles, writeClientFiles } from './clientFiles.ts'
import { Refusal } from './refusal.ts'

const [ONE, TWO] = ['one', 'two'].map((text) => createHash('sha256').update(text).digest('hex'))
const FILES = new Map([
  ['index.html', ONE ?? ''],
  ['assets/flags-1.0.0/CH.svg', TWO ?? ''],
])
const LIST = `${TWO}  assets/flags-1.0.0/CH.svg\n${ONE}  index.html\n`

test('the list of a client’s files is what sha256sum writes, in the order of the paths (R69)', () => {
  expect(writeClientFiles(FILES)).toBe(LIST)
  expect(readClientFiles(LIST)).toEqual(FILES)
})

test.each([
  ['nothing', ''],
  ['another order', LIST.split('\n').toReversed().join('\n').trim()],
  ['a path twice', `${LIST}${ONE}  index.html\n`],
  ['no end of the last line', LIST.trimEnd()],
  ['a short hash', `${ONE?.slice(1)}  index.html\n`],
  ['capital letters in a hash', `${ONE?.toUpperCase()}  index.html\n`],
  ['a path from the root', `${ONE}  /index.html\n`],
  ['a way out of the folder', `${ONE}  ../index.html\n`],
  ['a way out in between', `${ONE}  assets/../index.html\n`],
  ['another host', `${ONE}  //evil.example/index.html\n`],
  ['a query', `${ONE}  index.html?x\n`],
  ['more than a list can be', `${ONE}  ${'a'.repeat(600_000)}\n`],
])('a list with %s is none', (_, list) => {
  expect(() => readClientFiles(list)).toThrow(Refusal)
})
