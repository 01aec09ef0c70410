import type { LoggedCommit, Me, Room, RoomTerms } from '@parley/group'
import { configFor, getSuite, makeOwnLeaf, reseat, writeNote } from '@parley/group/making'
import { LeafIndex } from '@parley/protocol'
import { verifyPass } from '@parley/seal'
import {
  createGroupInfoWithExternalPub,
  encodeMlsMessage,
  type CiphersuiteImpl,
  type ClientState,
  type Proposal,
} from 'ts-mls'
import { exportSecret, nextEpochContext } from 'ts-mls/clientState.js'
import type { Sender } from 'ts-mls/sender.js'
import { createConfirmationTag, createContentCommitSignature } from 'ts-mls/framedContent.js'
import { initializeEpoch } from 'ts-mls/keySchedule.js'
import type { LeafNode } from 'ts-mls/leafNode.js'
import { protectPublicMessage } from 'ts-mls/messageProtectionPublic.js'
import { getCommitSecret, pathToPathSecrets } from 'ts-mls/pathSecrets.js'
import { mergePrivateKeyPaths, toPrivateKeyPath, updateLeafKey } from 'ts-mls/privateKeyPath.js'
import { addLeafNode, removeLeafNode, type RatchetTree } from 'ts-mls/ratchetTree.js'
import { createSecretTree } from 'ts-mls/secretTree.js'
import { treeHashRoot } from 'ts-mls/treeHash.js'
import { leafWidth, nodeToLeafIndex, toLeafIndex, toNodeIndex } from 'ts-mls/treemath.js'
import { createUpdatePath } from 'ts-mls/updatePath.js'
import * as v from 'valibot'
import { logged, someRemove, type EvilCommit } from './evilCommits.ts'

type Forging = {
  sender: Sender
  /** Who commits, before the path. */
  committer: number
  proposals: readonly Proposal[]
  tree: RatchetTree
  hasPath: boolean
  initSecret: Uint8Array
  note: Uint8Array
  suite: CiphersuiteImpl
}

/** A commit of a member with whatever in it, whole by the rules of RFC 9420 but for what those forbid: the library makes none such. */
export async function forgedCommit(
  room: Room,
  {
    proposals = [],
    removed = [],
    hasPath = true,
    note = new Uint8Array(),
  }: {
    proposals?: readonly Proposal[]
    removed?: readonly number[]
    hasPath?: boolean
    note?: Uint8Array
  },
): Promise<EvilCommit> {
  const { state } = room
  const { leafIndex } = state.privatePath
  const forged = await forge(state, {
    sender: { senderType: 'member', leafIndex },
    committer: leafIndex,
    proposals: [...removed.map(someRemove), ...proposals],
    tree: without(state.ratchetTree, removed),
    hasPath,
    initSecret: state.keySchedule.initSecret,
    note,
    suite: await getSuite(),
  })
  return { opened: await logged(room, forged), room: { ...room, state: forged.newState } }
}

/**
 * A joining commit with whatever in it, by whoever knows what is public of the group; the room is as it would be
 * for them. Its leaf may say something else than a client's, and its statement be about another group.
 */
export async function forgedJoin(
  { state, terms, leaves }: Room,
  me: Me,
  {
    removed = [],
    proposals = [],
    leaf = {},
    believed = terms,
    groupId = state.groupContext.groupId,
  }: {
    removed?: readonly LeafIndex[]
    proposals?: readonly Proposal[]
    leaf?: Partial<LeafNode>
    believed?: RoomTerms
    groupId?: Uint8Array
  } = {},
): Promise<EvilCommit> {
  const suite = await getSuite()
  const verified = await verifyPass(me.pass, believed.seals)
  if (!verified) throw new Error('Whoever joins believes their own pass')
  const mine = await makeOwnLeaf(me, { terms, groupId, verified })
  const { extensions } = await createGroupInfoWithExternalPub(state, [], suite)
  const pub = extensions.find(({ extensionType }) => extensionType === 'external_pub')
  if (!pub) throw new Error('A group can be joined')
  const { enc: kemOutput, secret: initSecret } = await exportSecret(pub.extensionData, suite)
  const leafNode = Object.assign({ ...mine.publicPackage.leafNode }, leaf)
  const [tree, node] = addLeafNode(without(state.ratchetTree, removed), leafNode)
  const committer = nodeToLeafIndex(node)
  const { signaturePrivateKey } = mine.privatePackage
  const before = { ...state, signaturePrivateKey, privatePath: nobodysPath(committer) }
  const forged = await forge(before, {
    sender: { senderType: 'new_member_commit' },
    committer,
    proposals: [
      ...removed.map(someRemove),
      { proposalType: 'external_init', externalInit: { kemOutput } },
      ...proposals,
    ],
    tree,
    hasPath: true,
    initSecret,
    note: writeNote({ proof: [...me.proof] }),
    suite,
  })
  const room: Room = {
    terms,
    state: before,
    leaves,
    pending: [],
    lacksTree: false,
    overBy: undefined,
  }
  const opened: LoggedCommit = await logged(room, forged)
  const seated = {
    ...mine.credential,
    leaf: v.parse(LeafIndex, committer),
    joinedAtEpoch: Number(forged.newState.groupContext.epoch),
  }
  const gone = { removed: removed.map((one) => ({ leaf: one })), joined: seated }
  return { opened, room: { ...room, state: forged.newState, leaves: reseat(leaves, gone) } }
}

/** As `createCommit` and `joinGroupExternal` do it, with whatever is asked for. RFC 9420, section 12.4. */
async function forge(
  before: ClientState,
  { sender, committer, proposals, tree, hasPath, initSecret, note, suite }: Forging,
): Promise<{ bytes: Uint8Array; newState: ClientState }> {
  const { groupContext, signaturePrivateKey, confirmationTag } = before
  const { kdf, hash, hpke, signature } = suite
  const zero = new Uint8Array(kdf.size)
  const made = hasPath
    ? await createUpdatePath(tree, toLeafIndex(committer), groupContext, signaturePrivateKey, suite)
    : undefined
  const [newTree, path, secrets = [], key] = made ?? [tree]
  const last = secrets.at(-1)
  const commitSecret = last
    ? await getCommitSecret(newTree, toNodeIndex(last.nodeIndex), last.secret, kdf)
    : zero
  const signed = await createContentCommitSignature(
    groupContext,
    'mls_public_message',
    { proposals: proposals.map((proposal) => ({ proposalOrRefType: 'proposal', proposal })), path },
    sender,
    note,
    signaturePrivateKey,
    signature,
  )
  const context = await nextEpochContext(
    groupContext,
    'mls_public_message',
    signed.framedContent,
    signed.signature,
    await treeHashRoot(newTree, hash),
    confirmationTag,
    hash,
  )
  const epoch = await initializeEpoch(initSecret, commitSecret, context, zero, kdf)
  const { confirmationKey } = epoch.keySchedule
  const newTag = await createConfirmationTag(confirmationKey, context.confirmedTranscriptHash, hash)
  const publicMessage = await protectPublicMessage(
    before.keySchedule.membershipKey,
    groupContext,
    {
      wireformat: 'mls_public_message',
      content: signed.framedContent,
      auth: { contentType: 'commit', signature: signed.signature, confirmationTag: newTag },
    },
    suite,
  )
  const pathKeys = await toPrivateKeyPath(pathToPathSecrets(secrets), committer, suite)
  const ownKey = key && (await hpke.exportPrivateKey(key))
  const own = ownKey ? updateLeafKey(before.privatePath, ownKey) : before.privatePath
  const newState: ClientState = {
    ...before,
    groupContext: context,
    ratchetTree: newTree,
    secretTree: await createSecretTree(leafWidth(newTree.length), epoch.encryptionSecret, kdf),
    keySchedule: epoch.keySchedule,
    privatePath: mergePrivateKeyPaths(own, pathKeys),
    confirmationTag: newTag,
    historicalReceiverData: new Map(),
    clientConfig: configFor({ isVerified: () => true }),
  }
  return {
    bytes: encodeMlsMessage({ version: 'mls10', wireformat: 'mls_public_message', publicMessage }),
    newState,
  }
}

function nobodysPath(leafIndex: number): ClientState['privatePath'] {
  return { leafIndex, privateKeys: {} }
}

function without(tree: RatchetTree, removed: readonly number[]): RatchetTree {
  return removed.reduce((rest, index) => removeLeafNode(rest, toLeafIndex(index)), tree)
}
