import { makeSeal, sealHashOf, Secret } from '@parley/seal'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSeatId } from '../desk/newIds.ts'
import { invitationUrl, readLink, seatLinkUrl } from './links.ts'

const bytesOf = (secret: Secret | undefined) => secret?.use((bytes) => [...bytes])

test('a link says its secret, its seat and whose seal to believe, all behind the #', async () => {
  const [seal, secret, seat] = [await makeSeal(), Secret.random(), newSeatId()]
  const from = { origin: 'https://parley.example', seal: seal.publicKey }

  const url = new URL(await seatLinkUrl(from, { secret, seat, isForAide: false }))

  expect(url.href).toBe(`https://parley.example/${url.hash}`)
  const read = readLink(url.hash)
  const forAide = new URL(await seatLinkUrl(from, { secret, seat, isForAide: true }))

  expect(readLink(forAide.hash)).toMatchObject({ is: 'seat', seat, isForAide: true })
  expect(read).toMatchObject({ is: 'seat', seat, sealHash: await sealHashOf(seal.publicKey) })
  expect(bytesOf(read?.secret)).toEqual(bytesOf(secret))
})

test('an invitation says its secret and whose seal to believe', async () => {
  const [seal, secret] = [await makeSeal(), Secret.random()]
  const from = { origin: 'https://parley.example', seal: seal.publicKey }

  const read = readLink(new URL(await invitationUrl(from, secret)).hash)

  expect(read).toMatchObject({
    is: 'invitation',
    sealHash: await sealHashOf(seal.publicKey),
  })
  expect(bytesOf(read?.secret)).toEqual(bytesOf(secret))
})

test('what is no link of ours is none', () => {
  for (const fragment of ['', '#', '#seat=', '#seat=a.b.c', '#invite=a', '#other=a.b', 'seat']) {
    expect(readLink(fragment)).toBe(undefined)
  }
})

test('no fragment breaks the reading of links, and what is read is a link of ours', () => {
  const part = fc.oneof(fc.base64String(), fc.stringMatching(/^[\w-]{0,50}$/))
  const like = fc
    .tuple(fc.constantFrom('', '#'), fc.constantFrom('seat', 'invite', 'desk'), fc.array(part))
    .map(([hash, name, parts]) => `${hash}${name}=${parts.join('.')}`)
  fc.assert(
    fc.property(fc.oneof(fc.string(), like), (fragment) => {
      const read = readLink(fragment)
      expect(read?.secret.use(({ length }) => length) ?? 32).toBe(32)
    }),
    { numRuns: 1000 },
  )
})
