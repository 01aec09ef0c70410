import * as v from 'valibot'
import { expect, test } from 'vitest'
import { delegationKind } from './kinds.ts'
import { Delegation } from './delegation.ts'
import { Telephone } from './telephone.ts'

const side = 'AAAAAAAAAAA'
const delegation = {
  call: 'AAAAAAAAAAAAAAAAAAAAAA',
  version: 1,
  previous: null,
  at: 1000,
  kind: delegationKind(side as Delegation['side']),
  side,
  seats: [],
}

test('a telephone is a number as people write it, up to 32 characters', () => {
  const written = [
    '+41 58 462 21 11',
    '(020) 2240-900',
    '+41 (0)58.462.21.11',
    '117',
    '4'.repeat(32),
  ]

  expect(written.map((number) => v.parse(Telephone, number))).toEqual(written)
})

test('what is no number is no telephone, nor is what a reader could not tell from one', () => {
  const other = [
    '',
    '1',
    'ring the desk',
    '+41 58 ext. 3',
    '+41\u00A058 462 21 11',
    '+41 58 462 21 11 ',
    '٠٢٠٢٢٤٠٩٠٠',
    '\u202E117',
    '117\n118',
    '117;phone-context=x',
    '1'.repeat(33),
  ]

  expect(other.filter((number) => v.is(Telephone, number))).toEqual([])
})

test('a delegation without a telephone is written without it, and one with it gives it back', () => {
  const withNumber = { ...delegation, telephone: '+41 58 462 21 11' }

  expect(JSON.stringify(v.parse(Delegation, delegation))).toBe(JSON.stringify(delegation))
  expect(v.parse(Delegation, withNumber)).toEqual(withNumber)
  expect(v.is(Delegation, { ...delegation, telephone: 'ring us' })).toBe(false)
  expect(v.is(Delegation, { ...delegation, telephone: null })).toBe(false)
  expect(v.is(Delegation, { ...delegation, fax: '117' })).toBe(false)
})
