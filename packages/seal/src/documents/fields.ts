import * as v from 'valibot'
import { CallId, Hash, Time, Version } from '@parley/protocol'

/**
 * Words for people, on one line. Control characters, and those that turn the direction of the text
 * around, are refused: a name must not be able to write over its neighbour.
 */
export function line(maxLength: number) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(maxLength),
    v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+$/u),
  )
}

/** A language tag as BCP 47 writes it. */
export const Language = v.pipe(
  v.string(),
  v.maxLength(35),
  v.regex(/^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$/i),
)

/** Languages in order of preference. */
export const Languages = v.pipe(v.array(Language), v.maxLength(32))

/** What every document begins with, besides its kind. `previous` is the hash of the version it replaces. */
export const heading = {
  call: CallId,
  version: Version,
  previous: v.nullable(Hash),
  at: Time,
}
