import { expect, test } from 'vitest'
import { canAskAgain } from './enrolView.ts'

test('after a wrong code one may ask again, with a spent link not', () => {
  const [wrong, spent] = (['enrolment-ended', 'token-spent'] as const).map((code) =>
    canAskAgain({ phase: 'refused', code }),
  )

  expect([wrong, spent]).toEqual([true, false])
})
