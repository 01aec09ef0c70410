import { createGroup } from 'ts-mls'
import type { VoidCode } from '../admission/admit.ts'
import type { Founding } from '../envelope/envelope.ts'
import { extensionsOf, type RoomTerms } from '../mls/terms.ts'
import { getSuite } from '../mls/suite.ts'
import { groupInfoOf, treeOf } from './loggedState.ts'
import { makeOwnLeaf, ownPass, type Me } from './me.ts'
import { configForLeaves, keptState, type Room } from './room.ts'
import { leafIndexOf } from './seated.ts'

/**
 * A group of one's own, at epoch 0, with oneself as its only leaf, and what the log is to hold of it.
 * Void if one's own pass is.
 */
export async function found(
  me: Me,
  terms: RoomTerms,
): Promise<{ room: Room; opened: Founding } | { code: VoidCode }> {
  const verified = await ownPass(me, terms)
  const leaf = leafIndexOf(0)
  if (!verified || leaf === undefined) return { code: 'unknown-seal' }
  const groupId = crypto.getRandomValues(new Uint8Array(32))
  const mine = await makeOwnLeaf(me, { terms, groupId, verified })
  const leaves = new Map([[leaf, { ...mine.credential, leaf, joinedAtEpoch: 0 }]])
  const state = await createGroup(
    groupId,
    mine.publicPackage,
    mine.privatePackage,
    extensionsOf(terms),
    await getSuite(),
    configForLeaves(leaves),
  )
  const opened: Founding = {
    kind: 'founding',
    epoch: 0,
    groupInfo: await groupInfoOf(state),
    tree: treeOf(state),
  }
  return {
    room: {
      terms,
      state: keptState(state, leaves),
      leaves,
      pending: [],
      lacksTree: false,
      overBy: undefined,
    },
    opened,
  }
}
