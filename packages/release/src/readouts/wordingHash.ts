import type { Hash } from '@parley/protocol'
import { sha256Text, utf8 } from '@parley/seal'
import * as v from 'valibot'
import { ReadoutText, Wording } from './wording.ts'

/** Names a text in one language: a translation of other words is older than they are. */
export function textHash({ language, title, body }: ReadoutText): Promise<Hash> {
  return hashAs(ReadoutText, { language, title, body })
}

/** Names all that the public will read, but not when: what a principal approves. */
export function approvalHash(wording: Wording): Promise<Hash> {
  return hashAs(Wording, { ...wording, embargo: null })
}

/** Whatever the order in which it was put together: a schema writes its fields in its own. */
function hashAs<T>(schema: v.GenericSchema<T, T>, value: T): Promise<Hash> {
  return sha256Text(utf8(JSON.stringify(v.parse(schema, value))))
}
