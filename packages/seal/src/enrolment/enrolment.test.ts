import * as v from 'valibot'
import { CallId, Refusal, SeatId } from '@parley/protocol'
import { expect, test } from 'vitest'
import { derivingKey, grantKeyOf } from '../keys/derive.ts'
import { Secret } from '../keys/secret.ts'
import { makeDeviceKeys, makeSeal } from '../seals/seal.ts'
import { signJws } from '../jws.ts'
import { openGrant, sealGrant } from './grant.ts'
import {
  commitmentOf,
  enrolmentCode,
  makeNonce,
  sealHashOf,
  signAnswer,
  signReveal,
  verifyAnswer,
  verifyReveal,
} from './enrolment.ts'

const call = v.parse(CallId, 'A'.repeat(22))
const seat = v.parse(SeatId, 'A'.repeat(11))
const refused = new Refusal('bad-signature')

async function anEnrolment() {
  const [seal, device] = await Promise.all([makeSeal(), makeDeviceKeys()])
  const revealed = { device: device.publicKey, agreement: device.agreement, r: makeNonce() }
  const commitment = await commitmentOf(revealed)
  const answer = await signAnswer(seal.signingKey, {
    call,
    seat,
    seal: seal.publicKey,
    commitment,
    nonce: makeNonce(),
  })
  return { seal, device, revealed, commitment, answer }
}

test('device and desk come to the same six digits', async () => {
  const { seal, device, revealed, commitment, answer } = await anEnrolment()

  await verifyAnswer(answer, { sealHash: await sealHashOf(seal.publicKey), seat, commitment })
  const signature = await signReveal(device.signingKey, answer)
  await verifyReveal({ ...revealed, signature }, { answer, commitment })

  expect(await enrolmentCode(answer, revealed)).toMatch(/^\d{6}$/)
  expect(await enrolmentCode(answer, revealed)).toBe(await enrolmentCode(answer, revealed))
  expect(await enrolmentCode(answer, { ...revealed, r: makeNonce() })).not.toBe(
    await enrolmentCode(answer, { ...revealed, r: makeNonce() }),
  )
})

test('a device refuses another seal, another seat and another commitment (R15)', async () => {
  const { seal, commitment, answer } = await anEnrolment()
  const other = await anEnrolment()
  const sealHash = await sealHashOf(seal.publicKey)

  await expect(verifyAnswer(other.answer, { sealHash, seat, commitment })).rejects.toThrow(refused)
  await expect(
    verifyAnswer(answer, { sealHash, seat: v.parse(SeatId, `${'A'.repeat(10)}E`), commitment }),
  ).rejects.toThrow(refused)
  await expect(
    verifyAnswer(answer, { sealHash, seat, commitment: other.commitment }),
  ).rejects.toThrow(refused)
})

test('an answer that names the right seal but was signed by another is refused', async () => {
  const { seal, commitment } = await anEnrolment()
  const stranger = await makeSeal()
  const answer = await signAnswer(stranger.signingKey, {
    call,
    seat,
    seal: seal.publicKey,
    commitment,
    nonce: makeNonce(),
  })

  await expect(
    verifyAnswer(answer, { sealHash: await sealHashOf(seal.publicKey), seat, commitment }),
  ).rejects.toThrow(refused)
})

test('a desk refuses keys that were not committed to, and a signature of another answer', async () => {
  const { device, revealed, commitment, answer } = await anEnrolment()
  const other = await anEnrolment()
  const signature = await signReveal(device.signingKey, answer)

  const reveal = { ...revealed, signature }
  const swapped = { ...reveal, agreement: other.device.agreement }
  await expect(verifyReveal(swapped, { answer, commitment })).rejects.toThrow(refused)
  await expect(verifyReveal(reveal, { answer: other.answer, commitment })).rejects.toThrow(refused)
  const byOther = await signReveal(other.device.signingKey, answer)
  await expect(
    verifyReveal({ ...revealed, signature: byOther }, { answer, commitment }),
  ).rejects.toThrow(refused)
})

test('a grant opens with the link and the device together, with neither alone (R16)', async () => {
  const { seal, device } = await anEnrolment()
  const [grantKey, otherLink] = await Promise.all(
    [Secret.random(), Secret.random()].map(async (link) => grantKeyOf(await derivingKey(link))),
  )
  if (!grantKey || !otherLink) throw new Error('Two links were made')
  const grant = {
    seal: seal.publicKey,
    pass: await signJws(seal.signingKey, 'parley-pass', {}),
    callSecret: Secret.random(),
    sideSecret: undefined,
    heads: {},
  }

  const sealed = await sealGrant(grant, { grantKey, to: device.agreement })

  const opened = await openGrant(sealed, { grantKey, privateKey: device.agreementPrivateKey })
  expect(opened.pass).toBe(grant.pass)
  expect(opened.callSecret.use((bytes) => [...bytes])).toEqual(
    grant.callSecret.use((bytes) => [...bytes]),
  )
  expect(opened.sideSecret).toBe(undefined)
  const malformed = new Refusal('malformed')
  const stranger = await makeDeviceKeys()
  await expect(
    openGrant(sealed, { grantKey: otherLink, privateKey: device.agreementPrivateKey }),
  ).rejects.toThrow(malformed)
  await expect(
    openGrant(sealed, { grantKey, privateKey: stranger.agreementPrivateKey }),
  ).rejects.toThrow(malformed)
})
