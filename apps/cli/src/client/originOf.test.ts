import { expect, test } from 'vitest'
import { NotVerified } from '../notVerified.ts'
import { originOf } from './originOf.ts'

test('of a pasted link only the origin is looked at, and its secret is not', () => {
  expect(originOf('https://parley.example/x?y#seat=secret')).toBe('https://parley.example')
  expect(originOf('http://localhost:8080')).toBe('http://localhost:8080')
})

test.each(['parley.example', 'ftp://parley.example', 'file:///etc', '', 'https://a:b@c.example'])(
  'the address "%s" is refused in a sentence',
  (url) => {
    expect(() => originOf(url)).toThrow(NotVerified)
  },
)
