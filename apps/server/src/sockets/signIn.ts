import {
  Refusal,
  type ClientMessage,
  type LinkToken,
  type Nonce,
  type Standing,
} from '@parley/protocol'
import { tokenHashOf, verifySignIn } from '@parley/seal'
import { isCall, sideOfSeal } from '../calls/calls.store.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { deviceOf } from '../devices/devices.store.ts'
import { randomNonce } from '../devices/randomIds.ts'
import { linkOf } from '../devices/links.store.ts'
import type { Who } from './session.ts'

type Hello = Extract<ClientMessage, { type: 'hello' }>
/** What the server said, and now waits to see proven. */
export type Challenge = { hello: Hello; nonce: Nonce }

/** The challenge that answers a hello: the same for known and unknown keys, so that a stranger learns nothing. */
export function challengeFor(hello: Hello): Challenge {
  return { hello, nonce: randomNonce() }
}

/** Who signed the challenge. Refuses with `bad-signature`, `call-unknown`, `not-permitted`, `withdrawn` or `expired`. */
export async function prove(
  { db, clock }: { db: Database; clock: Clock },
  {
    challenge: { hello, nonce },
    proof,
    isOwnOrigin,
  }: {
    challenge: Challenge
    proof: Extract<ClientMessage, { type: 'prove' }>['proof']
    isOwnOrigin: (origin: string) => boolean
  },
): Promise<Who> {
  const { call, key } = hello
  const said = await verifySignIn(proof, key)
  if (said.nonce !== nonce || said.call !== call) throw new Refusal('bad-signature')
  if (!isOwnOrigin(said.server)) throw new Refusal('bad-signature')

  const side = await sideOfSeal(db, { call, seal: key })
  if (side) return { as: 'desk', call, side, key }
  const device = await deviceOf(db, { call, device: key })
  if (!device) throw new Refusal((await isCall(db, call)) ? 'not-permitted' : 'call-unknown')
  if (device.replaced_by !== null) throw new Refusal('replaced')
  if (device.withdrawn_at !== null) throw new Refusal('withdrawn')
  if (device.expires_at <= clock.nowMs()) throw new Refusal('expired')
  const { seat, listen, drives, expires_at } = device
  const limits = { listen: listen === 1, drives: drives ?? undefined, expiresAt: expires_at }
  return { as: 'device', call, side: device.side, seat, key, ...limits }
}

/** Who holds that link. Refuses with `link-unknown` or `token-spent`. */
export async function showLink(db: Database, token: LinkToken): Promise<Who> {
  const link = await linkOf(db, await tokenHashOf(token))
  if (!link) throw new Refusal('link-unknown')
  if (link.spent_at !== null) throw new Refusal('token-spent')
  const { call, side, seat, token_hash } = link
  return seat === null
    ? { as: 'invitation', call, side, link: token_hash }
    : { as: 'seat-link', call, side, seat, link: token_hash }
}

/** What a socket is told that it was let in as. */
export function standingOf(who: Who): Standing {
  const { as, call, side } = who
  if (as === 'device' || as === 'seat-link') return { as, call, side, seat: who.seat }
  return { as, call, side }
}
