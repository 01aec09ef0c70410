import type { EpochCause, MediaEpoch, Seated } from '@parley/call'
import {
  admitAll,
  baseKeyOf,
  epochOf,
  ownLeafOf,
  rosterOf,
  type Heard,
  type Room,
  type SeatedLeaf,
} from '@parley/group'
import { mediaIdentity, type Lists } from '@parley/seal'

/** Computed once for a leaf: its members are looked at several times a second. */
const identities = new WeakMap<SeatedLeaf, Promise<string>>()

/** The people of a room as a call wants them: who they are at the media server, and who is held for what. */
export async function membersOf(
  room: Room,
  known: { lists: Lists; nowMs: number },
): Promise<readonly Seated[]> {
  const answers = admitAll(room, known)
  return await Promise.all(
    rosterOf(room).map(async (seated) => {
      const { leaf, seat, side } = seated
      const answer = answers.get(leaf)
      const heldFor = !answer || answer.answer === 'admitted' ? undefined : answer.code
      return { leaf, seat, side, identity: await identityOf(seated), heldFor }
    }),
  )
}

/** Whether somebody sits there, oneself included, beside whom nothing is said. */
export function isAnyoneHeld(room: Room, known: { lists: Lists; nowMs: number }): boolean {
  return [...admitAll(room, known).values()].some(({ answer }) => answer !== 'admitted')
}

function identityOf(seated: SeatedLeaf): Promise<string> {
  const known = identities.get(seated) ?? mediaIdentity(seated.leafKey)
  identities.set(seated, known)
  return known
}

/** The epoch as the media wants it. */
export async function mediaEpochOf(
  room: Room,
  { members, cause }: { members: readonly Seated[]; cause: EpochCause },
): Promise<MediaEpoch> {
  const own = ownLeafOf(room).leaf
  const leaves = members.map(({ leaf, identity }) => ({ leaf, identity }))
  const you = leaves.find(({ leaf }) => leaf === own)
  if (!you) throw new Error('A room has its own leaf')
  return { epoch: epochOf(room), baseKey: await baseKeyOf(room), you, leaves, cause }
}

/** What moved an epoch on, as far as it matters to frames. */
export function causeOf(advanced: Extract<Heard, { type: 'advanced' }>): EpochCause {
  if (advanced.removed.some(({ because }) => because === 'withdrawn')) return 'withdrawal'
  return advanced.kind === 'join' ? 'join' : 'other'
}
