import { PublicKey, SideId } from '@parley/protocol'
import { line } from '@parley/seal'
import * as v from 'valibot'

/** A side as the public reads of it: what it is called, and the seal that signed. */
export const Party = v.strictObject({
  side: SideId,
  name: line(120),
  /** ISO 3166-1 alpha-2, in capitals; empty for a side without a flag. */
  flag: v.pipe(v.string(), v.regex(/^([A-Z]{2})?$/)),
  seal: PublicKey,
})
export type Party = v.InferOutput<typeof Party>

/** All sides of a call, in the order of its plan, each with a seal of its own. */
export const Parties = v.pipe(
  v.array(Party),
  v.minLength(1),
  v.maxLength(31),
  v.check((parties) => new Set(parties.map(({ side }) => side)).size === parties.length),
  v.check((parties) => new Set(parties.map(({ seal }) => seal)).size === parties.length),
)
export type Parties = v.InferOutput<typeof Parties>
