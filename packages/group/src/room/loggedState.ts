import type { Bytes } from '@parley/protocol'
import { createGroupInfoWithExternalPub, encodeMlsMessage, type ClientState } from 'ts-mls'
import { encodeRatchetTree } from 'ts-mls/ratchetTree.js'
import { own } from '../mls/bytes.ts'
import { leafNodesOf } from '../mls/publicGroup.ts'
import { getSuite } from '../mls/suite.ts'

/** Up to here each commit brings the tree. Larger: large logs. Smaller: joiners replay more. */
const SMALL_TREE_LEAVES = 32
/** Above that, each so many epochs. Larger: joiners replay more. Smaller: large logs. */
const TREE_EVERY_EPOCHS = 16

/** A GroupInfo without the tree, signed by one's own leaf: what the next joiner joins with. */
export async function groupInfoOf(state: ClientState): Promise<Bytes> {
  const groupInfo = await createGroupInfoWithExternalPub(state, [], await getSuite())
  return own(encodeMlsMessage({ version: 'mls10', wireformat: 'mls_group_info', groupInfo }))
}

/** The tree as it goes into the log. */
export function treeOf({ ratchetTree }: Pick<ClientState, 'ratchetTree'>): Bytes {
  return own(encodeRatchetTree(ratchetTree))
}

/** The tree, where a commit that leads to this state has to bring it. */
export function treeWhenDue(state: ClientState): Bytes | undefined {
  const isSmall = leafNodesOf(state.ratchetTree).length <= SMALL_TREE_LEAVES
  const isTurn = Number(state.groupContext.epoch) % TREE_EVERY_EPOCHS === 0
  return isSmall || isTurn ? treeOf(state) : undefined
}
