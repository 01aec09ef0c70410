import { emptyPskIndex, processPublicMessage, zeroOutUint8Array } from 'ts-mls'
import type { Founding, LoggedCommit, Opened } from '../envelope/envelope.ts'
import { isSame } from '../mls/bytes.ts'
import { decodeCommit, decodeGroupInfo, type CommitMessage } from '../mls/decode.ts'
import { judgeCommit, type Judged } from '../mls/judgeCommit.ts'
import { checkPathKeys } from '../mls/pathKeys.ts'
import { applyPublicly } from '../mls/publicGroup.ts'
import { getSuite } from '../mls/suite.ts'
import { ignored, type Heard } from './heard.ts'
import { treeOf, treeWhenDue } from './loggedState.ts'
import { applyMessage } from './message.ts'
import { isGroupInfoOf, isSignedBySigner } from './openGroup.ts'
import { readHistory } from './readHistory.ts'
import {
  configForLeaves,
  epochOf,
  keptState,
  ownLeafOf,
  publicGroupOf,
  reseat,
  type PendingCommit,
  type Room,
} from './room.ts'

/** The room after an entry of its log, and what the entry came to. */
export type Applied = { room: Room; heard: Heard }

/**
 * Applies the next entry of the log. Of the commits of an epoch the first valid one counts, one's own
 * among them; all others are skipped. Entries go in one after another, in the order of their numbers.
 */
export async function applyLogged(room: Room, entry: Opened | undefined): Promise<Applied> {
  if (!entry) return { room, heard: ignored('noise') }
  if (room.overBy) return { room, heard: ignored('over') }
  if (entry.kind === 'founding') return { room, heard: await hearFounding(room, entry) }
  if ('statement' in entry) return { room, heard: ignored(entry.kind) }
  if (entry.kind === 'message') return applyMessage(room, entry)
  return applyCommit(room, entry)
}

/** Only a group that a pass of this call founded is one. */
async function hearFounding({ terms, state }: Room, entry: Founding): Promise<Heard> {
  const { candidates } = await readHistory([entry], terms)
  const [founded] = candidates
  const isAnother = founded && !isSame(founded.context.groupId, state.groupContext.groupId)
  return isAnother ? { type: 'another-group' } : ignored('founding')
}

async function applyCommit(room: Room, entry: LoggedCommit): Promise<Applied> {
  const message = decodeCommit(entry.commit)
  if (!message) return { room, heard: { type: 'skipped', code: 'malformed', by: undefined } }
  const { groupId, epoch } = message.content
  const { groupContext } = room.state
  if (!isSame(groupId, groupContext.groupId))
    return { room, heard: { type: 'skipped', code: 'wrong-context', by: undefined } }
  if (epoch < groupContext.epoch) return { room, heard: ignored('old-epoch') }
  if (epoch > groupContext.epoch) return { room, heard: { type: 'behind', epoch: Number(epoch) } }
  const mine = room.pending.find(({ bytes }) => isSame(bytes, entry.commit))
  const judged = await judgeCommit(publicGroupOf(room), message, room.terms)
  if (typeof judged === 'string')
    return { room, heard: { type: 'skipped', code: judged, by: undefined } }
  if (mine) return withJoinable(adopt(room, mine, judged), entry)
  const isOwnLeafGone = judged.removed.some(({ leaf }) => leaf === ownLeafOf(room).leaf)
  if (isOwnLeafGone) return endRoom(room, message, judged)
  return withJoinable(await advance(room, message, judged), entry)
}

/** A committer can bring a GroupInfo, or leave out a tree, so that nobody can join: the members notice. */
async function withJoinable({ room, heard }: Applied, entry: LoggedCommit): Promise<Applied> {
  if (heard.type !== 'advanced') return { room, heard }
  const groupInfo = decodeGroupInfo(entry.groupInfo)
  const group = publicGroupOf(room)
  const isGroupInfoGood =
    groupInfo !== undefined &&
    isGroupInfoOf(group, groupInfo) &&
    (await isSignedBySigner({ ...group, groupInfo }))
  const lacksTree = stillLacksTree(room, entry)
  const isJoinable = isGroupInfoGood && !lacksTree
  return { room: { ...room, lacksTree }, heard: { ...heard, isJoinable } }
}

function stillLacksTree({ state, lacksTree }: Room, { tree }: LoggedCommit): boolean {
  if (tree) return !isSame(tree, treeOf(state))
  return lacksTree || treeWhenDue(state) !== undefined
}

/** One's own commit came back first: its state is the room's, and what it consumed is wiped. */
function adopt(room: Room, mine: PendingCommit, judged: Judged): Applied {
  const leaves = reseat(room.leaves, judged)
  mine.consumed.forEach(zeroOutUint8Array)
  return advanced(
    { ...room, state: keptState(mine.state, leaves), leaves },
    { ...judged, isOwn: true },
  )
}

async function advance(room: Room, message: CommitMessage, judged: Judged): Promise<Applied> {
  const leaves = reseat(room.leaves, judged)
  const believed = new Map([...room.leaves, ...leaves])
  if (judged.joined) believed.set(judged.joined.leaf, judged.joined)
  const state = { ...room.state, clientConfig: configForLeaves(believed) }
  try {
    await checkPathKeys(message)
    const { newState, actionTaken, consumed } = await processPublicMessage(
      state,
      message,
      emptyPskIndex,
      await getSuite(),
      ({ kind }) => (kind === 'commit' ? 'accept' : 'reject'),
    )
    if (actionTaken === 'reject') return skippedPath(room, judged)
    consumed.forEach(zeroOutUint8Array)
    return advanced(
      { ...room, state: keptState(newState, leaves), leaves },
      { ...judged, isOwn: false },
    )
  } catch {
    return skippedPath(room, judged)
  }
}

/** The committer is known by its signature; whoever can follow it goes on, and one joins anew if they do. */
function skippedPath(room: Room, judged: Judged): Applied {
  const by = judged.joined ? undefined : judged.committer
  return { room, heard: { type: 'skipped', code: 'bad-path', by } }
}

function advanced(room: Room, judged: Judged & { isOwn: boolean }): Applied {
  const epoch = epochOf(room)
  const { leaves } = room
  const joined = judged.joined && leaves.get(judged.joined.leaf)
  return {
    room: { ...room, pending: [] },
    heard: { ...judged, type: 'advanced', epoch, joined, isJoinable: true },
  }
}

/**
 * One's own leaf goes. The library tells of a removal, not of a replacing join, for which it throws; so
 * the membership tag is checked by it where there is one, and the path by ourselves.
 */
async function endRoom(room: Room, message: CommitMessage, judged: Judged): Promise<Applied> {
  try {
    await applyPublicly(publicGroupOf(room), message)
    if (judged.kind === 'removal')
      await processPublicMessage(
        room.state,
        message,
        emptyPskIndex,
        await getSuite(),
        () => 'accept',
      )
  } catch {
    return skippedPath(room, judged)
  }
  const over = { ...room, pending: [] }
  const because = judged.removed.find(({ leaf }) => leaf === ownLeafOf(room).leaf)?.because
  return judged.kind === 'removal' && because
    ? {
        room: { ...over, overBy: 'removed' },
        heard: { type: 'removed', because, by: judged.committer },
      }
    : { room: { ...over, overBy: 'replaced' }, heard: { type: 'replaced' } }
}
