import type { LeafIndex } from '@parley/protocol'
import { createCommit, encodeMlsMessage } from 'ts-mls'
import { writeNote, type RemovalReason } from '../admission/commitNote.ts'
import type { LoggedCommit } from '../envelope/envelope.ts'
import { own } from '../mls/bytes.ts'
import { getSuite } from '../mls/suite.ts'
import { groupInfoOf, treeOf, treeWhenDue } from './loggedState.ts'
import { epochOf, isAlone, ownLeafOf, type Room } from './room.ts'

/** A commit of one's own, and the room that waits for it to come back as the first valid one. */
export type Committed = { room: Room; opened: LoggedCommit }

/** Takes leaves out, each for its reason. Nothing if none of them is there, or one may only listen. */
export async function commitRemoval(
  room: Room,
  removals: ReadonlyMap<LeafIndex, RemovalReason>,
): Promise<Committed | undefined> {
  if (room.overBy) return undefined
  const you = ownLeafOf(room)
  const gone = [...removals].filter(([leaf]) => leaf !== you.leaf && room.leaves.has(leaf))
  if (you.pass.listen || gone.length === 0) return undefined
  return commit(room, {
    removed: gone.map(([leaf]) => leaf),
    authenticatedData: writeNote(Object.fromEntries(gone)),
  })
}

/** A new path and encryption key for one's own leaf. Nothing while one is alone: it would protect nothing. */
export async function commitRefresh(room: Room): Promise<Committed | undefined> {
  if (room.overBy || isAlone(room)) return undefined
  return commit(room, { removed: [], authenticatedData: new Uint8Array() })
}

async function commit(
  room: Room,
  { removed, authenticatedData }: { removed: readonly number[]; authenticatedData: Uint8Array },
): Promise<Committed> {
  const {
    commit: message,
    newState,
    consumed,
  } = await createCommit(
    { state: room.state, cipherSuite: await getSuite() },
    {
      wireAsPublicMessage: true,
      authenticatedData,
      extraProposals: removed.map((leaf) => ({
        proposalType: 'remove' as const,
        remove: { removed: leaf },
      })),
    },
  )
  const bytes = own(encodeMlsMessage(message))
  const opened: LoggedCommit = {
    kind: 'commit',
    epoch: epochOf(room),
    commit: bytes,
    groupInfo: await groupInfoOf(newState),
    tree: room.lacksTree ? treeOf(newState) : treeWhenDue(newState),
  }
  const pending = [...room.pending, { bytes, state: newState, consumed }]
  return { room: { ...room, pending }, opened }
}
