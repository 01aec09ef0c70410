import { CallId, Refusal, SideId, type CompactJws } from '@parley/protocol'
import { makeSeal, sealTo, signJws, utf8 } from '@parley/seal'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { readoutKind } from '../documents/kinds.ts'
import type { Readout } from '../documents/readout.ts'
import { signRelease } from '../documents/releaseDocument.ts'
import { readSealCard, signSealCard } from './sealCard.ts'
import { openShared, shareReadout } from './sharing.ts'

const call = v.parse(CallId, 'A'.repeat(22))
const side = v.parse(SideId, 'AAAAAAAAAAA')
const own = await makeSeal()
const ally = await makeSeal()
const stranger = await makeSeal()
const readout: Readout = {
  call,
  kind: readoutKind(side),
  version: 1,
  previous: null,
  at: 1000,
  side: { side, name: 'Switzerland', flag: 'CH', seal: own.publicKey },
  byline: '',
  title: 'Talks on water',
  language: 'en',
  body: [{ is: 'paragraph', runs: [{ text: 'They met.' }] }],
  embargo: null,
  correction: null,
  translations: [],
  record: null,
}
const signed = await signRelease(own.signingKey, { is: 'readout', payload: readout })
const codeOf = (error: unknown) => (error instanceof Refusal ? error.code : error)

test('an ally named by the card of its seal opens the text, and the seal that signed it is checked (R106)', async () => {
  const file = await signSealCard(ally, { name: 'Austria', at: 5 })
  const card = await readSealCard(`${file}\n`)

  const shared = await shareReadout(signed, card.agreement)
  const opened = await openShared(shared, ally.agreementPrivateKey)

  expect(card).toEqual({ name: 'Austria', seal: ally.publicKey, agreement: ally.agreement, at: 5 })
  expect(opened.readout).toEqual(readout)
  expect(opened.jws).toBe(signed)
})

test('nobody else opens it (R106)', async () => {
  const shared = await shareReadout(signed, ally.agreement)

  const code = await openShared(shared, stranger.agreementPrivateKey).catch(codeOf)

  expect(code).toBe('malformed')
})

test('a card with the keys of another is refused', async () => {
  const file = await signSealCard(ally, { name: 'Austria', at: 5 })
  const payload = { name: 'Austria', seal: ally.publicKey, agreement: stranger.agreement, at: 5 }
  const forged = await signJws(stranger.signingKey, 'parley-seal-card', payload)
  const [, , signature] = file.split('.')
  const [header, body] = forged.split('.')

  expect(await readSealCard(forged).catch(codeOf)).toBe('bad-signature')
  expect(await readSealCard(`${header}.${body}.${signature}`).catch(codeOf)).toBe('bad-signature')
  expect(await readSealCard('not a card').catch(codeOf)).toBe('malformed')
})

test('a text that the seal it names did not sign is refused (R106)', async () => {
  const forged = await signRelease(stranger.signingKey, { is: 'readout', payload: readout })
  const shared = await shareReadout(forged, ally.agreement)
  const other = await sealTo(
    ally.agreement,
    utf8(JSON.stringify({ parley: 1, readout: 'x' as CompactJws })),
  )

  expect(await openShared(shared, ally.agreementPrivateKey).catch(codeOf)).toBe('bad-signature')
  expect(await openShared(other, ally.agreementPrivateKey).catch(codeOf)).toBe('malformed')
})
