import type { Proposal } from 'ts-mls'
import type { LeafNode } from 'ts-mls/leafNode.js'
import type { Commit, Removed } from '../admission/commitTable.ts'
import { leafIndexOf } from '../room/seated.ts'
import { isSame } from './bytes.ts'
import type { CommitMessage } from './decode.ts'
import { leafNodeAt, removesOf, type PublicGroup } from './publicGroup.ts'

/** A commit as the table of commits reads it. Whose seat a joiner takes out is looked at when its pass is. */
export function describeCommit(message: CommitMessage, { tree, leaves }: PublicGroup): Commit {
  const { sender, commit } = message.content
  const leafNode = commit.path?.leafNode
  if (sender.senderType !== 'member' && sender.senderType !== 'new_member_commit')
    return {
      ...counted(message, () => 'another'),
      sender: 'new_member_commit',
      isListener: true,
      path: 'none',
    }
  if (sender.senderType === 'new_member_commit') {
    const isReplaceable = (index: number) => leafNodeAt(tree, index) !== undefined
    return {
      ...counted(message, (index) => (isReplaceable(index) ? 'same-seat' : 'another')),
      sender: 'new_member_commit',
      isListener: false,
      path: leafNode ? 'new-leaf' : 'none',
    }
  }
  const by = leafIndexOf(sender.leafIndex)
  const before = leafNodeAt(tree, sender.leafIndex)
  return {
    ...counted(message, (index) => (index === sender.leafIndex ? 'own-leaf' : 'another')),
    sender: 'member',
    isListener: by === undefined || leaves.get(by)?.pass.listen !== false,
    path: pathOf(leafNode, before),
  }
}

function pathOf(after: LeafNode | undefined, before: LeafNode | undefined): Commit['path'] {
  if (!after) return 'none'
  if (!before || before.credential.credentialType !== 'basic') return 'other-credential-or-leaf-key'
  const isKept =
    after.credential.credentialType === 'basic' &&
    isSame(after.credential.identity, before.credential.identity) &&
    isSame(after.signaturePublicKey, before.signaturePublicKey) &&
    !isSame(after.hpkePublicKey, before.hpkePublicKey)
  return isKept ? 'same-credential-and-leaf-key' : 'other-credential-or-leaf-key'
}

function counted(
  message: CommitMessage,
  whose: (index: number) => Removed,
): Pick<Commit, 'externalInits' | 'removes' | 'otherProposals'> {
  const { proposals } = message.content.commit
  const inline = proposals.flatMap((of): Proposal[] =>
    of.proposalOrRefType === 'proposal' ? [of.proposal] : [],
  )
  const removed = removesOf(message)
  const externalInits = inline.filter(({ proposalType }) => proposalType === 'external_init').length
  const distinct = new Set(removed)
  return {
    externalInits,
    removes: [...distinct].map(whose),
    otherProposals: proposals.length - externalInits - distinct.size,
  }
}
