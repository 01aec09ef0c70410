import { expect, test } from 'vitest'
import type { CallNotice } from './callNotices.ts'
import { offersOf } from './callOffers.ts'

const TELEPHONE = '+41 58 462 21 11'
const common = { id: 'one', canBeDismissed: false }
const noted = { ...common, canBeDismissed: true, by: undefined, atMs: 0 }
const held = { ...common, type: 'held', name: '', code: undefined, isYou: false } as const

const offered = (notice: CallNotice, telephone: string | undefined = TELEPHONE) =>
  offersOf(notice, telephone).map((offer) => offer.is)

test('whoever meets another seal, or somebody who may not be here, can ring the desk and leave', () => {
  const unknownSeal = { ...noted, type: 'refused', code: 'unknown-seal' } as const

  expect(offersOf(held, TELEPHONE)[0]).toEqual({ is: 'ring-desk', telephone: TELEPHONE })
  expect(offered(held)).toEqual(['ring-desk', 'leave'])
  expect(offered(unknownSeal)).toEqual(['ring-desk', 'leave', 'note'])
})

test('no desk is rung whose telephone is not known', () => {
  expect(offersOf(held, undefined)).toEqual([{ is: 'leave' }])
  expect(offersOf({ ...common, type: 'not-entered' }, undefined)).toEqual([])
})

test('who was refused or taken out is shown, and not who left', () => {
  const removed = { ...noted, type: 'removed', name: 'Livia Spescha' } as const

  expect(offered({ ...noted, type: 'refused', code: 'no-proof' })).toEqual([
    'show-turned-away',
    'note',
  ])
  expect(offered({ ...removed, because: 'withdrawn' })).toEqual(['show-turned-away', 'note'])
  expect(offered({ ...removed, because: 'left' })).toEqual(['note'])
})
