import type { Clock } from '@parley/call'
import { parseDone, Refusal } from '@parley/protocol'
import {
  callIdOf,
  derivingKey,
  openGrant,
  sealHashOf,
  verifyPass,
  type EnrolmentAnswer,
  type Grant,
  type Seal,
} from '@parley/seal'
import type { Server } from '../server.ts'
import { asKey } from '../socket/asKey.ts'
import { seatName, type KeyStore, type SeatRecord } from './keyStore.ts'
import type { SeatLink } from './links.ts'

type GrantParts = {
  server: Server
  store: KeyStore
  clock: Clock
  link: SeatLink
  grantKey: CryptoKey
  device: Seal
  answer: EnrolmentAnswer
}

/** Reads the grant as the device it was made for, checks it, and keeps what is in it. */
export async function fetchGrant(parts: GrantParts, signal?: AbortSignal): Promise<SeatRecord> {
  const { server, clock, device, answer, grantKey, store } = parts
  const { call } = answer
  const signIn = asKey({
    server,
    clock,
    call,
    key: device.publicKey,
    signingKey: device.signingKey,
  })
  await using connection = await server.connect(signIn, signal)
  const { grant } = parseDone(
    'read-grant',
    await connection.request({ type: 'read-grant' }, signal),
  )
  const opened = await openGrant(grant, { grantKey, privateKey: device.agreementPrivateKey })
  const record = await recordOf(opened, parts)
  await store.seats.write(seatName(record.call, record.seat), record)
  return record
}

async function recordOf(
  grant: Grant,
  { server, link, device, answer }: GrantParts,
): Promise<SeatRecord> {
  const { call } = answer
  const { side, drives, jws } = await passOf(grant, { link, device, answer })
  const callSecret = await derivingKey(grant.callSecret)
  if ((await callIdOf(callSecret)) !== call) throw new Refusal('malformed')
  return {
    server: server.origin,
    call,
    side,
    seat: link.seat,
    drives,
    seal: grant.seal,
    callSecret,
    sideSecret: grant.sideSecret && (await derivingKey(grant.sideSecret)),
    pass: jws,
    device: device.publicKey,
    deviceKey: device.signingKey,
    heads: grant.heads,
  }
}

/** The pass in the grant, if the seal of the link signed it for this device, this seat and this call. */
async function passOf(
  { seal, pass: jws }: Grant,
  { link, device, answer }: Pick<GrantParts, 'link' | 'device' | 'answer'>,
) {
  if (!jws || (await sealHashOf(seal)) !== link.sealHash) throw new Refusal('bad-signature')
  const verified = await verifyPass(jws, { get: () => seal })
  const isOurs =
    verified?.pass.seat === link.seat &&
    verified.pass.call === answer.call &&
    verified.pass.device === device.publicKey
  if (!isOurs) throw new Refusal('bad-signature')
  const { side, drives } = verified.pass
  return { side, drives, jws }
}
