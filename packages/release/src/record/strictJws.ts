import { CompactJws } from '@parley/protocol'
import { fromText, toText } from '@parley/seal'
import * as v from 'valibot'

/** A JWS in the one spelling of its bytes: the last character of a part may have bits to spare, which no signature covers. */
export const StrictJws = v.pipe(
  CompactJws,
  v.check((jws) => jws.split('.').every((part) => isCanonical(part))),
)

function isCanonical(part: string): boolean {
  try {
    return toText(fromText(part)) === part
  } catch {
    return false
  }
}
