import * as v from 'valibot'
import { DocumentKind, Hash, LIMITS, Version } from '@parley/protocol'
import { utf8 } from '../bytes.ts'
import { sha256Text } from '../hash.ts'

/** `{kind: [version, hash]}` of the agreed plan and delegations, and of the newest withdrawals. */
export const Heads = v.pipe(
  v.record(DocumentKind, v.strictTuple([Version, Hash])),
  v.check((heads) => Object.keys(heads).length <= 1 + 2 * LIMITS.roomsPerCall),
)
export type Heads = v.InferOutput<typeof Heads>

/** What goes into every heartbeat: SHA-256 over the lines `kind version hash`, sorted, each ended by a line feed. */
export function headsHash(heads: Heads): Promise<Hash> {
  const lines = Object.entries(heads).map(([kind, [version, hash]]) => `${kind} ${version} ${hash}`)
  return sha256Text(
    utf8(
      lines
        .toSorted()
        .map((line) => `${line}\n`)
        .join(''),
    ),
  )
}
