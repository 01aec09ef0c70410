import { newSideId } from '@parley/client'
import type { CallId, SideId } from '@parley/protocol'
import {
  callIdOf,
  derivingKey,
  makeSeal,
  Secret,
  signDeskStatement,
  type DerivingKey,
  type Seal,
} from '@parley/seal'

/** A call that a seal created at a server: what its desk holds. */
export type CreatedCall = {
  call: CallId
  side: SideId
  seal: Seal
  callSecret: Secret
  callKey: DerivingKey
}

/** Creates one, as a desk does. */
export async function createCall(server: {
  url: string
  createToken: string
}): Promise<CreatedCall> {
  const [seal, side, callSecret] = [await makeSeal(), newSideId(), Secret.random()]
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
