import type { Bytes } from '@parley/protocol'
import type { GroupInfo } from 'ts-mls'
import { verifyGroupInfoSignature } from 'ts-mls/groupInfo.js'
import { treeHashRoot } from 'ts-mls/treeHash.js'
import { whyVoid, type VoidCode } from '../admission/admit.ts'
import { verifyCredential } from '../admission/credential.ts'
import { isSame, toText } from '../mls/bytes.ts'
import { decodeGroupInfo, decodeTree } from '../mls/decode.ts'
import { leafKeyText } from '../mls/leafKey.ts'
import { leafNodeAt, leafNodesOf, type PublicGroup } from '../mls/publicGroup.ts'
import { CAPABILITIES, getSuite } from '../mls/suite.ts'
import { whyNotOfTerms, type RoomTerms } from '../mls/terms.ts'
import { leafIndexOf, type SeatedLeaf } from './seated.ts'

/** A group that could be joined: what is public of it, and the GroupInfo to join with. */
export type OpenGroup = PublicGroup & { groupInfo: GroupInfo }

/** Checks a GroupInfo and its tree as far as bytes can tell: terms, signer, tree hash, and every leaf. */
export async function openGroup(
  bytes: { groupInfo: Bytes; tree: Bytes },
  terms: RoomTerms,
): Promise<OpenGroup | VoidCode> {
  const groupInfo = decodeGroupInfo(bytes.groupInfo)
  const tree = decodeTree(bytes.tree)
  if (!groupInfo || !tree) return 'malformed'
  const { groupContext: context, confirmationTag } = groupInfo
  const { hash } = await getSuite()
  const code = whyNotOfTerms(context, terms)
  if (code) return code
  if (!isSame(await treeHashRoot(tree, hash), context.treeHash)) return 'bad-path'
  const leaves = await seatLeaves({ context, tree }, terms).catch(() => 'malformed' as const)
  if (typeof leaves === 'string') return leaves
  const group = { context, tree, confirmationTag, leaves, groupInfo }
  return (await isSignedBySigner(group)) ? group : 'bad-signature'
}

/** A GroupInfo brings the key to join with and nothing else: a tree inside it would win over ours. */
export async function isSignedBySigner({
  tree,
  groupInfo,
}: Pick<OpenGroup, 'tree' | 'groupInfo'>): Promise<boolean> {
  const { signature } = await getSuite()
  const signer = leafNodeAt(tree, groupInfo.signer)
  const [only, ...rest] = groupInfo.extensions
  if (!signer || only?.extensionType !== 'external_pub' || rest.length > 0) return false
  return verifyGroupInfoSignature(groupInfo, signer.signaturePublicKey, signature)
}

/** Whether a GroupInfo is about exactly this group in this epoch. */
export function isGroupInfoOf(
  { context, confirmationTag }: PublicGroup,
  groupInfo: OpenGroup['groupInfo'],
): boolean {
  const said = groupInfo.groupContext
  return (
    said.epoch === context.epoch &&
    isSame(said.treeHash, context.treeHash) &&
    isSame(said.confirmedTranscriptHash, context.confirmedTranscriptHash) &&
    isSame(said.groupId, context.groupId) &&
    isSame(groupInfo.confirmationTag, confirmationTag)
  )
}

async function seatLeaves(
  { context, tree }: Pick<PublicGroup, 'context' | 'tree'>,
  terms: RoomTerms,
): Promise<ReadonlyMap<SeatedLeaf['leaf'], SeatedLeaf> | VoidCode> {
  const joinedAtEpoch = Number(context.epoch)
  const group = toText(context.groupId)
  const seated = await Promise.all(
    leafNodesOf(tree).map(async ({ index, node }): Promise<SeatedLeaf | VoidCode> => {
      const leaf = leafIndexOf(index)
      if (leaf === undefined) return 'index'
      if (node.credential.credentialType !== 'basic' || node.extensions.length > 0)
        return 'malformed'
      if (JSON.stringify(node.capabilities) !== JSON.stringify(CAPABILITIES)) return 'wrong-suite'
      const { identity } = node.credential
      const leafKey = leafKeyText(node.signaturePublicKey)
      const credential = await verifyCredential({ identity, leafKey }, { terms, group })
      return typeof credential === 'string' ? credential : { ...credential, leaf, joinedAtEpoch }
    }),
  )
  const good = seated.filter((leaf) => typeof leaf !== 'string')
  const bad = seated.find((leaf) => typeof leaf === 'string')
  if (bad) return bad
  const indexes = good.map(({ leaf, seat }) => ({ index: leaf, seat }))
  for (const leaf of good) {
    const judged = { ...leaf, index: leaf.leaf, joining: undefined }
    const code = whyVoid(judged, { room: terms.room, leaves: indexes })
    if (code) return code
  }
  return new Map(good.map((leaf) => [leaf.leaf, leaf]))
}
