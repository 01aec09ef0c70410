import { expect, test } from 'vitest'
import { CallId } from '@parley/protocol'
import * as v from 'valibot'
import { seat } from './callSamples/people.ts'
import { canJoinAgain, endedView } from './endedView.ts'

const CALL = v.parse(CallId, 'A'.repeat(22))

test('one joins again after leaving or after another window took over, never after a withdrawal', () => {
  expect((['left', 'replaced', 'withdrawn', 'refused'] as const).map(canJoinAgain)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('whose seat is no longer there is given the number of the desk, and nobody else', () => {
  const place = { call: CALL, seat: seat(0) }
  const left = { title: '', wasInMs: undefined, telephone: '117', place }
  const given = (['left', 'replaced', 'withdrawn', 'refused'] as const).map(
    (by) => endedView({ ...left, by }).telephone,
  )

  expect(given).toEqual([undefined, undefined, '117', '117'])
})
