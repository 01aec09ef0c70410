import { expect, test } from 'vitest'
import { canJoinAgain, endedView } from './endedView.ts'

test('one joins again after leaving or after another window took over, never after a withdrawal', () => {
  expect((['left', 'replaced', 'withdrawn', 'refused'] as const).map(canJoinAgain)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('whose seat is no longer there is given the number of the desk, and nobody else', () => {
  const left = { title: '', wasInMs: undefined, telephone: '117' }
  const given = (['left', 'replaced', 'withdrawn', 'refused'] as const).map(
    (by) => endedView({ ...left, by }).telephone,
  )

  expect(given).toEqual([undefined, undefined, '117', '117'])
})
