import { expect, test } from 'vitest'
import { Secret } from '../secret.ts'
import { childConfig } from './childConfig.ts'

const ports = { signalPort: 1, udpPort: 2, tcpPort: 3 }
const keys = { key: 'a key', secret: new Secret('a secret') }

/** At which addresses media are listened for. */
function listened(nodeIp: string, ownAddress: string | undefined): unknown {
  const lines = childConfig({ ...ports, nodeIp, ownAddress, keys }).split('\n')
  const rtc = lines.find((line) => line.startsWith('rtc: '))?.slice('rtc: '.length)
  return JSON.parse(rtc ?? '').ips
}

test('of the addresses that are all announced as one, media are listened for at one', () => {
  expect(listened('203.0.113.7', '10.0.0.4')).toEqual({ includes: ['10.0.0.4/32', '::/0'] })
  expect(listened('2001:db8::7', 'fd00::4')).toEqual({ includes: ['fd00::4/128', '0.0.0.0/0'] })
})

test('on a machine that serves itself, media are listened for nowhere else', () => {
  expect(listened('127.0.0.1', '127.0.0.1')).toEqual({ includes: ['127.0.0.1/32'] })
})

test('where no route leads to the node address, everywhere', () => {
  expect(listened('203.0.113.7', undefined)).toBeUndefined()
})
