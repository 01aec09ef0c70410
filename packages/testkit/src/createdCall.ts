import { SideId, type CallId } from '@parley/protocol'
import {
  callIdOf,
  derivingKey,
  makeSeal,
  Secret,
  signDeskStatement,
  type DerivingKey,
  type Seal,
} from '@parley/seal'
import * as v from 'valibot'

/** A call that a seal created at a server: what its desk holds. */
export type CreatedCall = {
  call: CallId
  side: SideId
  seal: Seal
  callSecret: Secret
  callKey: DerivingKey
}

/** A random side id. */
export function randomSide(): SideId {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return v.parse(SideId, bytes.toBase64({ alphabet: 'base64url', omitPadding: true }))
}

/** Creates one, as a desk does. */
export async function createCall(server: {
  url: string
  createToken: string
}): Promise<CreatedCall> {
  const [seal, side, callSecret] = [await makeSeal(), randomSide(), Secret.random()]
  const callKey = await derivingKey(callSecret)
  const call = await callIdOf(callKey)
  const statement = await signDeskStatement(seal.signingKey, {
    say: 'create',
    call,
    side,
    at: Date.now(),
  })
  const response = await fetch(`${server.url}/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.createToken}` },
    body: JSON.stringify({ call, side, seal: seal.publicKey, statement }),
  })
  if (response.status !== 201) throw new Error(`The server answers ${response.status}`)
  return { call, side, seal, callSecret, callKey }
}
