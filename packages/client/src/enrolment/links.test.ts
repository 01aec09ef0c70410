import { makeSeal, sealHashOf, Secret } from '@parley/seal'
import { expect, test } from 'vitest'
import { newSeatId } from '../desk/newIds.ts'
import { invitationUrl, readLink, seatLinkUrl } from './links.ts'

const bytesOf = (secret: Secret | undefined) => secret?.use((bytes) => [...bytes])

test('a link says its secret, its seat and whose seal to believe, all behind the #', async () => {
  const [seal, secret, seat] = [await makeSeal(), Secret.random(), newSeatId()]
  const from = { origin: 'https://parley.example', seal: seal.publicKey }

  const url = new URL(await seatLinkUrl(from, { secret, seat }))

  expect(url.href).toBe(`https://parley.example/${url.hash}`)
  const read = readLink(url.hash)
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
