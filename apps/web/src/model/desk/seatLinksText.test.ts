import { newSeatId } from '@parley/client'
import { PLENARY } from '@parley/protocol'
import { expect, test } from 'vitest'
import type { SeatRow } from './deskView.ts'
import { linkedSeats, seatLinksText, seatsToLink } from './seatLinksText.ts'

const row = (part: Partial<SeatRow>): SeatRow => ({
  seat: newSeatId(),
  name: 'Livia',
  office: '',
  role: 'adviser',
  languages: ['fr'],
  rooms: [PLENARY],
  isAgreed: true,
  pass: 'none',
  link: undefined,
  aide: { pass: 'none', link: undefined },
  isHere: false,
  unsigned: undefined,
  ...part,
})
const rows = [
  row({ name: 'Livia', link: 'https://x.example/#seat=a', pass: 'link-open' }),
  row({ name: 'Urs' }),
  row({ name: 'Odile', link: 'https://x.example/#seat=b', pass: 'link-open' }),
  row({ name: 'Beat', isAgreed: false }),
  row({ name: 'Mathilde', pass: 'given' }),
  row({ name: 'Jonas', unsigned: 'removed' }),
]

test('all links are copied as rows of a spreadsheet, a name before each', () => {
  expect(seatLinksText(linkedSeats(rows))).toBe(
    'Livia\thttps://x.example/#seat=a\nOdile\thttps://x.example/#seat=b',
  )
})

test('links are made at once for whoever is agreed and has neither link nor pass', () => {
  expect(seatsToLink(rows).map(({ name }) => name)).toEqual(['Urs'])
})
