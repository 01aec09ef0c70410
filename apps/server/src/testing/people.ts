import {
  AgreementKey,
  aidePlaceOf,
  CallId,
  CompactJwe,
  Done,
  Hash,
  LinkToken,
  Nonce,
  SeatId,
  SideId,
  type CompactJws,
  type PublicKey,
} from '@parley/protocol'
import { tokenHashOf, type Typ } from '@parley/seal'
import * as v from 'valibot'
import type { RunningServer } from '../startServer.ts'
import { Client } from './client.ts'
import { newSigner, randomId, type Signer } from './keys.ts'

/** Whatever is sealed: the server cannot tell. */
export function sealed(text = 'x'): CompactJwe {
  const part = Buffer.from(text).toString('base64url')
  return v.parse(CompactJwe, `e30..aXY.${part}.dGFn`)
}

export type DeskAt = { call: CallId; side: SideId; seal: Signer; client: Client }
export type DeviceAt = DeskAt & { seat: SeatId; device: Signer }

/** A call with its first desk signed in. */
export async function newCall(server: RunningServer): Promise<DeskAt> {
  const seal = await newSigner()
  const call = randomId(CallId, 16)
  const side = randomId(SideId, 8)
  const response = await postCall(server, { call, side, seal })
  if (response.status !== 201) throw new Error(`Not created: ${response.status}`)
  return { call, side, seal, client: await Client.signIn(server.url, { call, signer: seal }) }
}

export async function postCall(
  server: RunningServer,
  { call, side, seal, token }: { call: CallId; side: SideId; seal: Signer; token?: string },
): Promise<Response> {
  const statement = await seal.sign('parley-desk', { say: 'create', call, side, at: Date.now() })
  return fetch(`${server.url}/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token ?? server.createToken}` },
    body: JSON.stringify({ call, side, seal: seal.key, statement }),
  })
}

/** Another side's desk, invited by this one and granted. */
export async function invitedDesk(server: RunningServer, desk: DeskAt): Promise<DeskAt> {
  const side = randomId(SideId, 8)
  const seal = await newSigner()
  const token = randomId(LinkToken, 32)
  const tokenHash = await tokenHashOf(token)
  await desk.client.ask({ type: 'open-invitation', tokenHash, side, invitation: sealed() })
  await using invited = await Client.withLink(server.url, token)
  const document = await sideKeys(seal, { call: desk.call, side })
  await invited.ask({ type: 'file-side', document })
  await desk.client.ask({ type: 'grant-side', side, seal: seal.key, grant: sealed('K') })
  await invited.hear('granted')
  const { call } = desk
  return { call, side, seal, client: await Client.signIn(server.url, { call, signer: seal }) }
}

/** The document in which a side names its keys, and whatever else is given. */
export function sideKeys(
  seal: Signer,
  given: { call: CallId; side: SideId; seal?: PublicKey },
  typ: Typ = 'parley-document',
): Promise<CompactJws> {
  const heading = { kind: `side/${given.side}`, version: 1, previous: null, at: Date.now() }
  const agreement = randomId(AgreementKey, 32)
  return seal.sign(typ, { ...heading, agreement, seal: seal.key, ...given })
}

/** A link to a seat of that desk's side. */
export async function seatLink(
  desk: DeskAt,
  seat = randomId(SeatId, 8),
): Promise<{ token: LinkToken; seat: SeatId }> {
  const token = randomId(LinkToken, 32)
  await desk.client.ask({ type: 'open-seat-link', tokenHash: await tokenHashOf(token), seat })
  return { token, seat }
}

/** An enrolment as far as its reveal. */
export async function revealedEnrolment(server: RunningServer, desk: DeskAt, link: LinkToken) {
  const device = await newSigner()
  const client = await Client.withLink(server.url, link)
  const commitment = randomId(Hash, 32)
  const { enrolment } = v.parse(
    Done['ask-enrolment'],
    await client.ask({ type: 'ask-enrolment', commitment }),
  )
  const answer = await desk.seal.sign('parley-desk', { commitment })
  await desk.client.ask({ type: 'answer-enrolment', enrolment, answer })
  await client.hear('enrolment', (state) => state.answer === answer)
  const signature = await device.sign('parley-desk', { answer })
  const agreement = randomId(AgreementKey, 32)
  const r = randomId(Nonce, 32)
  await client.ask({
    type: 'reveal-enrolment',
    enrolment,
    device: device.key,
    agreement,
    r,
    signature,
  })
  return { client, device, enrolment, commitment }
}

export function approval(
  { call, side, seal }: DeskAt,
  {
    seat,
    device,
    ...rest
  }: {
    seat: SeatId
    device: Signer
    listen?: boolean
    expires?: number
    drives?: SeatId
  },
) {
  const { listen = false, expires = Date.now() + 3_600_000, drives } = rest
  const says = { say: 'approve', call, side, seat, device: device.key, listen, expires, drives }
  return seal.sign('parley-desk', { ...says, at: Date.now() })
}

/** The first pass of a seat, as far as the server can tell. */
export const firstPass = { version: 1, sealed: sealed('pass') }

/** A device of that desk's side, approved and signed in. */
export async function newDevice(
  server: RunningServer,
  desk: DeskAt,
  {
    seat: wanted,
    ...said
  }: { listen?: boolean; expires?: number; seat?: SeatId; drives?: SeatId } = {},
): Promise<DeviceAt> {
  const { token, seat } = await seatLink(desk, wanted)
  const { client, device, enrolment } = await revealedEnrolment(server, desk, token)
  const statement = await approval(desk, { seat, device, ...said })
  const grant = sealed('grant')
  await desk.client.ask({ type: 'grant-enrolment', enrolment, statement, grant, pass: firstPass })
  await client.hear('granted')
  await client[Symbol.asyncDispose]()
  const signedIn = await Client.signIn(server.url, { call: desk.call, signer: device })
  return { ...desk, seat, device, client: signedIn }
}

/** The console of that seat's aide, approved and signed in. */
export function newAide(server: RunningServer, desk: DeskAt, drives: SeatId): Promise<DeviceAt> {
  return newDevice(server, desk, { seat: aidePlaceOf(drives), drives })
}
