import { expect, test } from 'vitest'
import { tableOf } from './table.ts'

test('a figure over its bound is marked', () => {
  const spread = { median: 2100, min: 1900, max: 2500 }

  const table = tableOf({ results: { rekey: { byMembers: { '200': { removeMs: spread } } } } })

  expect(table.split('\n')[1]).toBe(
    'rekey.byMembers.200.removeMs  2100    1900 – 2500  ≤ 2000  over',
  )
})
