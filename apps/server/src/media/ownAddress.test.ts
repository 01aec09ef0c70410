import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { ownAddressToward } from './ownAddress.ts'

test('this machine is reached from itself, and from its other addresses at those', async () => {
  const own = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => address)

  expect(own).toContain('127.0.0.1')
  expect(await Promise.all(own.map(ownAddressToward))).toEqual(own)
})

test('an address of another family is reached from one of that family, or not at all', async () => {
  expect([undefined, '::1']).toContain(await ownAddressToward('::1'))
})
