import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { networkReader } from './networkReader.ts'

/** A request from that address, with what a proxy says of it. */
function requestFrom(address: string, forwarded?: string): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: address })
  const request = new IncomingMessage(socket)
  if (forwarded) request.headers['x-forwarded-for'] = forwarded
  return request
}

test('the 2^64 addresses that whoever has IPv6 has are one network', () => {
  const networkOf = networkReader({ isBehindProxy: false })
  const of = (address: string) => networkOf(requestFrom(address))

  expect(of('2001:db8:1:2::1')).toBe('2001:db8:1:2::/64')
  expect(of('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe(of('2001:db8:1:2::1'))
  expect(of('2001:db8:1:3::1')).not.toBe(of('2001:db8:1:2::1'))
  expect(of('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(of('::1')).toBe('0:0:0:0::/64')
  expect(of('192.0.2.1')).toBe('192.0.2.1')
  expect(of('::ffff:192.0.2.1')).toBe('192.0.2.1')
})

test('a proxy is believed only where there is one, and only its own word', () => {
  const request = requestFrom('127.0.0.1', '198.51.100.7, 192.0.2.1')

  expect(networkReader({ isBehindProxy: false })(request)).toBe('127.0.0.1')
  expect(networkReader({ isBehindProxy: true })(request)).toBe('192.0.2.1')
})
