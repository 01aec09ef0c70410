import { expect, test } from 'vitest'
import type { CallFacts } from '../callFacts.ts'
import { FACTS, PEOPLE, seat } from '../callSamples/people.ts'
import { shownWarnings } from './shownWarnings.ts'

test('sound and picture that were not confirmed, and what another device made, are warnings with whom they name', () => {
  const late = { is: 'unconfirmed', sinceMs: FACTS.nowMs - 1000 } as const
  const people = PEOPLE.map((one) =>
    one.seat === seat(3) ? { ...one, doubts: { sound: late, screen: late } } : one,
  )
  const incidents: CallFacts['incidents'] = [
    { id: 'a', atMs: 1, type: 'foreign', seat: seat(4), of: 'sound' },
    { id: 'b', atMs: 1, type: 'foreign', seat: seat(4), of: 'screen' },
  ]

  expect(shownWarnings({ ...FACTS, people, incidents })).toEqual([
    { code: 'unconfirmed-sound', seat: seat(3) },
    { code: 'unconfirmed-picture', seat: seat(3) },
    { code: 'foreign-sound', seat: seat(4) },
    { code: 'foreign-picture', seat: seat(4) },
  ])
})
