import { expect, test } from 'vitest'
import { isClientOrigin } from './clientOrigins.ts'

const host = 'parley.example'
const configured = ['https://parley.example']

test('where the operator named nobody, a client of any origin may use the server', () => {
  const from = { origin: 'https://talks.kenya.example', host }

  expect(isClientOrigin(from, { clients: [], configured })).toBe(true)
})

test('where the operator named some, those may and the server’s own, and no other', () => {
  const clients = ['https://talks.kenya.example']
  const may = (origin?: string) => isClientOrigin({ origin, host }, { clients, configured })

  expect(['https://talks.kenya.example', 'https://parley.example', undefined].map(may)).toEqual([
    true,
    true,
    true,
  ])
  expect(
    [
      'null',
      '',
      'http://talks.kenya.example',
      'https://talks.kenya.example.evil.example',
      'https://talks.kenya.example:8443',
      'https://parley.example.evil.example',
    ].map(may),
  ).toEqual([false, false, false, false, false, false])
})
