import { CallId, CompactJws, Hash, PublicKey, RoomId, Time } from '@parley/protocol'
import * as v from 'valibot'
import { readPayload } from '../documents/read.ts'
import { sha256Text } from '../hash.ts'
import { payloadOf, signJws, verifyJws } from '../jws.ts'
import { EntryEvent } from './entryEvents.ts'

/** Larger: an entry is slow to read. Smaller: a busy minute takes several. */
export const EVENTS_PER_ENTRY = 32

/** Larger: a chain that never ends is read to its end. Smaller: a long call does not fit. */
const ENTRIES_PER_SIGNER = 100_000

/** What a leaf, or a desk's seal, says for the record. All entries of one signer are a chain. */
export const EntryStatement = v.pipe(
  v.strictObject({
    call: CallId,
    room: RoomId,
    /** The leaf key, or the seal. */
    by: PublicKey,
    /** Counts the entries of this signer, from 1. */
    n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ENTRIES_PER_SIGNER)),
    /** The hash of the entry before it, of the same signer; null for the first. */
    previous: v.nullable(Hash),
    /** The hash of the newest entry of somebody else that its signer had read; null where there was none. */
    heard: v.nullable(Hash),
    at: Time,
    what: v.pipe(v.array(EntryEvent), v.minLength(1), v.maxLength(EVENTS_PER_ENTRY)),
  }),
  v.check(({ n, previous }) => (n === 1) === (previous === null)),
)
export type EntryStatement = v.InferOutput<typeof EntryStatement>

/** An entry that its signer signed. `hash` is over the payload as signed, as that of a document. */
export type SignedEntry = { entry: EntryStatement; hash: Hash; jws: CompactJws }

/** Signed as `parley-entry`, by the key it names. */
export async function signEntry(key: CryptoKey, entry: EntryStatement): Promise<SignedEntry> {
  const jws = await signJws(key, 'parley-entry', v.parse(EntryStatement, entry))
  return { entry, hash: await sha256Text(payloadOf(jws)), jws }
}

/** The entry, if the key it names signed it. Refuses with `bad-signature` or `malformed`. */
export async function verifyEntry(jws: string): Promise<SignedEntry> {
  const claimed = readPayload(EntryStatement, payloadOf(jws))
  const payload = await verifyJws(jws, 'parley-entry', claimed.by)
  const entry = readPayload(EntryStatement, payload)
  return { entry, hash: await sha256Text(payload), jws: v.parse(CompactJws, jws) }
}
