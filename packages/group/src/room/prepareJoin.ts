import type { Bytes } from '@parley/protocol'
import { encodeMlsMessage, joinGroupExternal } from 'ts-mls'
import type { VoidCode } from '../admission/admit.ts'
import { writeNote } from '../admission/commitNote.ts'
import type { LoggedCommit, Opened } from '../envelope/envelope.ts'
import { own, toText } from '../mls/bytes.ts'
import { leafNodesOf, type PublicGroup } from '../mls/publicGroup.ts'
import { configFor, getSuite } from '../mls/suite.ts'
import type { RoomTerms } from '../mls/terms.ts'
import { groupInfoOf, treeWhenDue } from './loggedState.ts'
import { makeOwnLeaf, ownPass, type Me, type OwnLeaf } from './me.ts'
import type { OpenGroup } from './openGroup.ts'
import { readHistory } from './readHistory.ts'
import { keptState, reseat, type Room } from './room.ts'
import { leafIndexOf, type SeatedLeaf } from './seated.ts'

/** A joining commit on its way: the room it brings if it is the first valid one of its epoch. */
export type Joining = { bytes: Bytes; base: PublicGroup; room: Room }

/**
 * What preparing to join comes to. `must-found`: the log has no group, or one in which only one's own
 * old leaf is left. `must-wait`: nobody can join the newest, until a member refreshes. `void`: nobody
 * would take it, or one does not take the group.
 */
export type Prepared =
  | { outcome: 'joining'; joining: Joining; opened: LoggedCommit }
  | { outcome: 'must-found' | 'must-wait' }
  | { outcome: 'void'; code: VoidCode }

/**
 * Prepares to join by external commit, from the newest entries of the log, oldest first. Attempt 0 takes
 * the newest group that verifies, later ones those before it and beside it: a false confirmation tag
 * verifies without the group's secrets, and yet members refuse what follows from it.
 */
export async function prepareJoin(
  me: Me,
  terms: RoomTerms,
  {
    entries,
    attempt = 0,
    mayWait = false,
  }: { entries: readonly Opened[]; attempt?: number; mayWait?: boolean },
): Promise<Prepared> {
  const verified = await ownPass(me, terms)
  if (!verified) return { outcome: 'void', code: 'unknown-seal' }
  const { candidates, isNewestOpen, code } = await readHistory(entries, terms)
  const group = candidates[attempt % Math.max(1, candidates.length)]
  if (!group) return code ? { outcome: 'void', code } : { outcome: 'must-found' }
  if (mayWait && attempt === 0 && !isNewestOpen) return { outcome: 'must-wait' }
  const replaced = [...group.leaves.values()].find(({ seat }) => seat === verified.pass.seat)
  if (replaced && replaced.pass.version > verified.pass.version)
    return { outcome: 'void', code: 'second-leaf' }
  if (replaced && group.leaves.size === 1) return { outcome: 'must-found' }
  const mine = await makeOwnLeaf(me, { terms, groupId: group.context.groupId, verified })
  try {
    return await join(group, { me, mine, terms, replaced })
  } catch {
    return { outcome: 'void', code: 'bad-path' }
  }
}

async function join(
  group: OpenGroup,
  {
    me,
    mine,
    terms,
    replaced,
  }: { me: Me; mine: OwnLeaf; terms: RoomTerms; replaced: SeatedLeaf | undefined },
): Promise<Prepared> {
  const { publicMessage, newState } = await joinGroupExternal(
    group.groupInfo,
    mine.publicPackage,
    mine.privatePackage,
    replaced !== undefined,
    await getSuite(),
    group.tree,
    configForJoining(group, replaced),
    writeNote({ proof: [...me.proof] }),
  )
  const leaf = leafIndexOf(newState.privatePath.leafIndex)
  if (leaf === undefined) return { outcome: 'void', code: 'index' }
  const joinedAtEpoch = Number(newState.groupContext.epoch)
  const joined = { ...mine.credential, leaf, joinedAtEpoch }
  const leaves = reseat(group.leaves, { removed: replaced ? [replaced] : [], joined })
  const state = keptState(newState, leaves)
  const bytes = own(
    encodeMlsMessage({ version: 'mls10', wireformat: 'mls_public_message', publicMessage }),
  )
  const opened: LoggedCommit = {
    kind: 'commit',
    epoch: Number(group.context.epoch),
    commit: bytes,
    groupInfo: await groupInfoOf(state),
    tree: treeWhenDue(state),
  }
  const room: Room = { terms, state, leaves, pending: [], lacksTree: false, overBy: undefined }
  return { outcome: 'joining', joining: { bytes, base: group, room }, opened }
}

/** The library removes the first leaf of the same seat; it never returns where there is none, hence `replaced`. */
function configForJoining(
  group: PublicGroup,
  replaced: SeatedLeaf | undefined,
): ReturnType<typeof configFor> {
  const leafKeys = new Set<string>([...group.leaves.values()].map(({ leafKey }) => leafKey))
  const old = leafNodesOf(group.tree).find(({ index }) => index === replaced?.leaf)
  return configFor({
    isVerified: (_identity, leafKey) => leafKeys.has(toText(leafKey)),
    isSameSeat: (identity) =>
      old?.node.credential.credentialType === 'basic' && old.node.credential.identity === identity,
  })
}
