import { expect, test } from 'vitest'
import { canAskAgain, stepView } from './enrolView.ts'

test('after a wrong code one may ask again, with a spent link not', () => {
  const [wrong, spent] = (['enrolment-ended', 'token-spent'] as const).map((code) =>
    canAskAgain({ phase: 'refused', code }),
  )

  expect([wrong, spent]).toEqual([true, false])
})

test('a server that is tried anew is still said to be out of reach, until it has answered', () => {
  const first = stepView({ phase: 'reaching' }, { is: 'unreached' })

  const tried = stepView(first, { is: 'reaching' })

  expect(tried).toEqual({ phase: 'unreached', isTrying: true })
  expect(stepView(tried, { is: 'unreached' })).toEqual(first)
  expect(stepView(tried, { is: 'asking' })).toEqual({ phase: 'asking' })
})
