import { expect, test } from 'vitest'
import { canJoinAgain } from './endedView.ts'

test('one joins again after leaving or after another window took over, never after a withdrawal', () => {
  expect((['left', 'replaced', 'withdrawn', 'refused'] as const).map(canJoinAgain)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
