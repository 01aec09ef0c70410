import { expect, test } from 'vitest'
import { telephoneLink } from './telephoneLink.ts'

test('what is dialled is the digits, without the zero that is only for callers inside the country', () => {
  const numbers = ['+41 58 462-21.11', '+41 (0)58 462 21 11', '(020) 2240-900', '(0) 20 22', '117']

  expect(numbers.map(telephoneLink)).toEqual([
    'tel:+41584622111',
    'tel:+41584622111',
    'tel:0202240900',
    'tel:02022',
    'tel:117',
  ])
})
