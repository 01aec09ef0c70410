import type { Bytes, Hash, LeafIndex } from '@parley/protocol'
import { digitsOf, sha256 } from '@parley/seal'
import { mlsExporter, type ClientState } from 'ts-mls'
import { own, toText } from '../mls/bytes.ts'
import { keyOf } from '../mls/leafKey.ts'
import type { PublicGroup } from '../mls/publicGroup.ts'
import { configFor, getSuite } from '../mls/suite.ts'
import type { RoomTerms } from '../mls/terms.ts'
import { leafIndexOf, type SeatedLeaf, type SeatedLeaves } from './seated.ts'

/** A commit of one's own that the log has not given back yet, and the state it would bring. */
export type PendingCommit = { bytes: Bytes; state: ClientState; consumed: readonly Uint8Array[] }

/**
 * A member's view of a room, as a value: functions take one and give the next. It holds the secrets of
 * the epoch; drop the old value once there is a new one, for its consumed keys are wiped.
 */
export type Room = {
  readonly terms: RoomTerms
  readonly state: ClientState
  readonly leaves: SeatedLeaves
  readonly pending: readonly PendingCommit[]
  /** Whether the newest commit that had to bring the tree did not: the next one's own brings it. */
  readonly lacksTree: boolean
  /** Set once one's own leaf was taken out: nothing can be said or read any more. */
  readonly overBy: 'removed' | 'replaced' | undefined
}

/** The number of the present epoch. */
export function epochOf({ state }: Room): number {
  return Number(state.groupContext.epoch)
}

/** The group's id, as it stands in leaf statements. */
export function groupOf({ state }: Room): string {
  return toText(state.groupContext.groupId)
}

/** One's own place in the tree. */
export function ownLeafOf(room: Room): SeatedLeaf {
  const leaf = leafIndexOf(room.state.privatePath.leafIndex)
  const seated = leaf === undefined ? undefined : room.leaves.get(leaf)
  if (!seated) throw new Error('A room has its own leaf')
  return seated
}

/** The key of one's own leaf: it signs the request for a media token, and cannot be exported. */
export function ownLeafKeyOf({ state }: Room): CryptoKey {
  return keyOf(state.signaturePrivateKey)
}

/** All leaves, lowest first. */
export function rosterOf({ leaves }: Room): SeatedLeaf[] {
  return [...leaves.values()].toSorted((a, b) => a.leaf - b.leaf)
}

/**
 * Whether nobody else is in the room. Then nothing is sent: such an epoch has no secret that a member
 * removed last would lack.
 */
export function isAlone({ leaves }: Room): boolean {
  return leaves.size < 2
}

/** The base key of the epoch's frames, 32 bytes. RFC 9605, section 5.2. Throws once the room is over. */
export async function baseKeyOf({ state, overBy }: Room): Promise<Bytes> {
  if (overBy) throw new Error('A room that is over exports nothing')
  const suite = await getSuite()
  const { exporterSecret } = state.keySchedule
  return own(await mlsExporter(exporterSecret, 'SFrame 1.0 Base Key', new Uint8Array(), 32, suite))
}

/** The first 16 bytes of the epoch's authenticator, as a caucus reports the plenary's. */
export function authenticatorOf({ state }: Room): string {
  return toText(state.keySchedule.epochAuthenticator.subarray(0, 16))
}

/** The code of the epoch to read aloud, six groups of five digits: the same for all who are in one group with the same heads. */
export async function callCodeOf({ state }: Room, heads: Hash): Promise<string[]> {
  const { epochAuthenticator } = state.keySchedule
  const headsBytes = Uint8Array.fromBase64(heads, { alphabet: 'base64url' })
  const bytes = new Uint8Array(epochAuthenticator.length + headsBytes.length)
  bytes.set(epochAuthenticator)
  bytes.set(headsBytes, epochAuthenticator.length)
  return digitsOf(await sha256(bytes))
}

/** What can be known of the room without its secrets. */
export function publicGroupOf({ state, leaves }: Room): PublicGroup {
  const { groupContext: context, ratchetTree: tree, confirmationTag } = state
  return { context, tree, confirmationTag, leaves }
}

/** A state of an epoch as it is kept: no key of an earlier one, and no credential believed but those of its leaves. */
export function keptState(state: ClientState, leaves: SeatedLeaves): ClientState {
  return { ...state, historicalReceiverData: new Map(), clientConfig: configForLeaves(leaves) }
}

/** Believes exactly the leaf keys of these leaves, whose credentials were verified. */
export function configForLeaves(leaves: SeatedLeaves): ReturnType<typeof configFor> {
  const leafKeys = new Set<string>([...leaves.values()].map(({ leafKey }) => leafKey))
  return configFor({ isVerified: (_identity, leafKey) => leafKeys.has(toText(leafKey)) })
}

/** The leaves after those who went are gone and the one who came is there. */
export function reseat(
  leaves: SeatedLeaves,
  { removed, joined }: { removed: readonly { leaf: LeafIndex }[]; joined: SeatedLeaf | undefined },
): SeatedLeaves {
  const next = new Map(leaves)
  for (const { leaf } of removed) next.delete(leaf)
  if (joined) next.set(joined.leaf, joined)
  return next
}
