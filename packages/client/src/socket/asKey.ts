import type { Clock } from '@parley/call'
import type { CallId, PublicKey } from '@parley/protocol'
import { signSignIn } from '@parley/seal'
import { withKey, type SignIn } from './signIn.ts'

/** Signs in to that server with a seal or a device key. */
export function asKey({
  server,
  clock,
  call,
  key,
  signingKey,
}: {
  server: { readonly origin: string }
  clock: Clock
  call: CallId
  key: PublicKey
  signingKey: CryptoKey
}): SignIn {
  return withKey({
    call,
    key,
    sign: (nonce) =>
      signSignIn(signingKey, { nonce, call, server: server.origin, at: clock.nowMs() }),
  })
}
