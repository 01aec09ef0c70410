import { randomBytes } from 'node:crypto'
import { EnrolmentId, Nonce } from '@parley/protocol'
import * as v from 'valibot'

/** What a challenge asks to be signed. */
export function randomNonce(): Nonce {
  return v.parse(Nonce, randomBytes(32).toString('base64url'))
}

/** Random, so that it names one enrolment among all. */
export function randomEnrolmentId(): EnrolmentId {
  return v.parse(EnrolmentId, randomBytes(8).toString('base64url'))
}
