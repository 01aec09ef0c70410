import type {
  CallId,
  ClientMessage,
  CompactJws,
  LinkToken,
  Nonce,
  PublicKey,
} from '@parley/protocol'

/** How one signs in: what is said first, and what answers the server's challenge. */
export type SignIn = {
  hello: Extract<ClientMessage, { type: 'hello' | 'hello-link' }>
  prove(nonce: Nonce): Promise<CompactJws>
}

/** As a seal or as a device. `sign` makes the `parley-sign-in` statement over the nonce. */
export function withKey({
  call,
  key,
  sign,
}: {
  call: CallId
  key: PublicKey
  sign: (nonce: Nonce) => Promise<CompactJws>
}): SignIn {
  return { hello: { type: 'hello', call, key }, prove: sign }
}

/** With a link and nothing else: the server asks for no proof. */
export function withLink(token: LinkToken): SignIn {
  return {
    hello: { type: 'hello-link', token },
    prove: () => Promise.reject(new Error('A link is not challenged')),
  }
}
