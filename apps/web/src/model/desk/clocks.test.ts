import { expect, test } from 'vitest'
import { clocksAt } from './clocks.ts'

test('a place where it is another day already is told from one where it is not', () => {
  const at = Date.parse('2027-03-09T20:00:00Z')

  expect(clocksAt(at, ['Europe/Zurich', 'Africa/Nairobi', 'Asia/Tokyo'])).toEqual([
    { zone: 'Europe/Zurich', city: 'Zurich', isOtherDay: false },
    { zone: 'Africa/Nairobi', city: 'Nairobi', isOtherDay: false },
    { zone: 'Asia/Tokyo', city: 'Tokyo', isOtherDay: true },
  ])
})
