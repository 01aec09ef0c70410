import { expect, test } from 'vitest'
import type { DelegationView, DeskView } from './deskView.ts'
import { seatLanguages } from './seatLanguages.ts'

const view = { plan: { wording: { languages: ['fr', 'sw'] } } } as unknown as DeskView
const rowsOf = (...languages: string[][]) =>
  ({ rows: languages.map((spoken) => ({ languages: spoken })) }) as unknown as DelegationView

test('a first seat speaks the first language of the plan, unless its officer chooses another', () => {
  expect(seatLanguages(rowsOf(), view)).toEqual(['fr', 'sw'])
})

test('a further seat speaks what the last one of its side does', () => {
  expect(seatLanguages(rowsOf(['fr'], ['de']), view)).toEqual(['de', 'fr', 'sw'])
})
