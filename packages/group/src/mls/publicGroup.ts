import type { GroupContext, RatchetTree } from 'ts-mls'
import { nextEpochContext } from 'ts-mls/clientState.js'
import type { LeafNode } from 'ts-mls/leafNode.js'
import { addLeafNode, findBlankLeafNodeIndexOrExtend, removeLeafNode } from 'ts-mls/ratchetTree.js'
import { treeHashRoot } from 'ts-mls/treeHash.js'
import { leafToNodeIndex, nodeToLeafIndex, toLeafIndex } from 'ts-mls/treemath.js'
import { applyUpdatePath } from 'ts-mls/updatePath.js'
import type { SeatedLeaves } from '../room/seated.ts'
import type { CommitMessage } from './decode.ts'
import { checkPathKeys } from './pathKeys.ts'
import { getSuite } from './suite.ts'

/** What can be known of a group without its secrets: enough to tell which commits are valid. */
export type PublicGroup = {
  context: GroupContext
  tree: RatchetTree
  confirmationTag: Uint8Array
  leaves: SeatedLeaves
}

/** The node of a leaf, if there is one. */
export function leafNodeAt(tree: RatchetTree, index: number): LeafNode | undefined {
  const node = tree[leafToNodeIndex(toLeafIndex(index))]
  return node?.nodeType === 'leaf' ? node.leaf : undefined
}

/** All leaf nodes with their index. */
export function leafNodesOf(tree: RatchetTree): { index: number; node: LeafNode }[] {
  return tree.flatMap((node, at) =>
    at % 2 === 0 && node?.nodeType === 'leaf' ? [{ index: at / 2, node: node.leaf }] : [],
  )
}

/** The leaves that the Removes of a commit name. */
export function removesOf({ content }: CommitMessage): number[] {
  return content.commit.proposals.flatMap((of) =>
    of.proposalOrRefType === 'proposal' && of.proposal.proposalType === 'remove'
      ? [of.proposal.remove.removed]
      : [],
  )
}

/** Where a joining leaf comes to sit: the first place that is free once the Removes are applied. */
export function joiningIndex(tree: RatchetTree, removed: readonly number[]): number {
  return nodeToLeafIndex(findBlankLeafNodeIndexOrExtend(withoutLeaves(tree, removed)))
}

/**
 * The group after a commit that was judged valid: its tree, checked against parent hashes and the
 * signed path, and its context. Throws if the path does not fit, or brings what is no key. RFC 9420, sections 7.9 and 12.4.
 */
export async function applyPublicly(
  { context, tree, confirmationTag }: PublicGroup,
  message: CommitMessage,
): Promise<Omit<PublicGroup, 'leaves'>> {
  const { hash } = await getSuite()
  const { content, auth } = message
  const { path } = content.commit
  if (!path || auth.contentType !== 'commit') throw new Error('A commit brings a path')
  await checkPathKeys(message)
  const remaining = withoutLeaves(tree, removesOf(message))
  const newTree =
    content.sender.senderType === 'member'
      ? await applyUpdatePath(remaining, toLeafIndex(content.sender.leafIndex), path, hash)
      : await joinTree(remaining, path)
  const treeHash = await treeHashRoot(newTree, hash)
  const newContext = await nextEpochContext(
    context,
    'mls_public_message',
    content,
    auth.signature,
    treeHash,
    confirmationTag,
    hash,
  )
  return { context: newContext, tree: newTree, confirmationTag: auth.confirmationTag }
}

async function joinTree(
  tree: RatchetTree,
  path: NonNullable<CommitMessage['content']['commit']['path']>,
): Promise<RatchetTree> {
  const { hash } = await getSuite()
  const [withLeaf, node] = addLeafNode(tree, path.leafNode)
  return applyUpdatePath(withLeaf, nodeToLeafIndex(node), path, hash, true)
}

function withoutLeaves(tree: RatchetTree, removed: readonly number[]): RatchetTree {
  return removed.reduce((rest, index) => removeLeafNode(rest, toLeafIndex(index)), tree)
}
