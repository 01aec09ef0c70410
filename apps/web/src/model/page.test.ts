import { expect, test } from 'vitest'
import { fragmentOf, readPage } from './page.ts'

const secret = 'A'.repeat(43)
const seatLink = `#seat=${secret}.${'B'.repeat(10)}A.${secret}`

test.each([
  ['an address without a fragment is the start', '', 'start'],
  ['a create token leads to the start', `#create=${secret}`, 'start'],
  ['a seat link leads to its seat', seatLink, 'seat'],
  ['an invitation leads to the desk of another side', `#invite=${secret}.${secret}`, 'invitation'],
  ['a link that lost its end is said to be bad', seatLink.slice(0, -4), 'bad-link'],
])('%s', (_fact, fragment, is) => {
  expect(readPage(fragment).is).toBe(is)
})

test('a pasted link counts with the space and words around it cut away', () => {
  expect(fragmentOf(`  https://talks.example/${seatLink} `)).toBe(seatLink)
  expect(fragmentOf('https://talks.example/')).toBeUndefined()
})
