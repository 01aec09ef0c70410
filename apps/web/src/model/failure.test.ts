import { expect, test } from 'vitest'
import { helpsToLoadAgain } from './failure.ts'

test('one is sent back to a page whose plan awaits a signature, and never to a link that is spent', () => {
  const [awaited, spent] = (['not-agreed', 'token-spent'] as const).map(helpsToLoadAgain)

  expect([awaited, spent]).toEqual([true, false])
})
