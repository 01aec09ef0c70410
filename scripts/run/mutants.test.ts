import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MUTANTS } from '../../attacks/mutants.mjs'
import { root } from '../setup/paths.mjs'
import { lineOf } from './mutants.mjs'
import { mutated, mutation } from './mutation.mjs'

const closed = { file: 'a/gate.ts', text: 'if (isClosed) return', becomes: '' }
const mutant = { ...closed, defence: 'the gate', test: 'a/gate.test.ts' }

test('a line that is not there, or there twice, is an error and no mutation', () => {
  expect(mutated('start(); if (isClosed) return; send()', closed)).toBe('start(); ; send()')
  expect(() => mutated('send()', closed)).toThrow('a/gate.ts has to have once')
  expect(() => mutated(closed.text + closed.text, closed)).toThrow('a/gate.ts has to have once')
})

test('one module is changed as it is loaded, and no other', () => {
  const [plugin] = mutation(JSON.stringify(closed))
  const transform = plugin?.transform as (code: string, id: string) => { code: string } | undefined

  expect(transform(closed.text, join(root, closed.file))?.code).toBe('')
  expect(transform(closed.text, join(root, 'b', closed.file))).toBe(undefined)
  expect(mutation(undefined)).toEqual([])
})

test('what notices a defence that is gone is named, and a defence that nobody misses is shown where it is', () => {
  expect(lineOf(mutant, 'a/gate.test.ts: a closed gate')).toBe(
    'caught  the gate\n        a/gate.test.ts: a closed gate',
  )
  expect(lineOf(mutant, undefined)).toBe(
    'LIVES   the gate\n        a/gate.ts: if (isClosed) return',
  )
})

test.each(MUTANTS)(
  'the defence can be taken out: $defence',
  ({ file, text, becomes, test: by }) => {
    const code = readFileSync(join(root, file), 'utf8')

    expect(mutated(code, { file, text, becomes })).not.toBe(code)
    expect(existsSync(join(root, by))).toBe(true)
  },
)
