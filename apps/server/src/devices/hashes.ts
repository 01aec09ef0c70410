import { createHash, randomBytes } from 'node:crypto'
import { EnrolmentId, Hash, Nonce, type LinkToken } from '@parley/protocol'
import * as v from 'valibot'

/** What the server keeps of a link's token: the SHA-256 of its 32 bytes. */
export function tokenHashOf(token: LinkToken): Hash {
  const hash = createHash('sha256').update(Buffer.from(token, 'base64url')).digest('base64url')
  return v.parse(Hash, hash)
}

export function randomNonce(): Nonce {
  return v.parse(Nonce, randomBytes(32).toString('base64url'))
}

export function randomEnrolmentId(): EnrolmentId {
  return v.parse(EnrolmentId, randomBytes(8).toString('base64url'))
}
