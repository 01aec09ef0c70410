import { expect, test } from 'vitest'
import { isOriginOf } from './origins.ts'

const at = (host: string) => ({ host, configured: [] })

test('with origins configured only these are ours', () => {
  const configured = ['https://talks.example']

  expect(isOriginOf('https://talks.example', { host: 'x', configured })).toBe(true)
  expect(isOriginOf('http://localhost:8080', { host: 'localhost:8080', configured })).toBe(false)
})

test('without, the names of this machine are, and no name that a stranger made up', () => {
  expect(isOriginOf('http://localhost:8080', at('localhost:8080'))).toBe(true)
  expect(isOriginOf('http://127.0.0.1:1', at('127.0.0.1:1'))).toBe(true)
  expect(isOriginOf('https://evil.example', at('evil.example'))).toBe(false)
  expect(isOriginOf('http://localhost:1', at('localhost:2'))).toBe(false)
  expect(isOriginOf('http://localhost:1@evil.example', at('localhost:1@evil.example'))).toBe(false)
})
