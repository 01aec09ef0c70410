import { seatRoomOf, type LeafIndex, type RoomId } from '@parley/protocol'
import { verifyDelegationProof } from '@parley/seal'
import { verifyFramedContentSignature } from 'ts-mls/framedContent.js'
import { verifyLeafNodeSignature } from 'ts-mls/leafNode.js'
import { whyVoid, type VoidCode } from '../admission/admit.ts'
import { JoinNote, readNote, RemovalNote, type RemovalReason } from '../admission/commitNote.ts'
import { commitKind, type CommitKind } from '../admission/commitTable.ts'
import { verifyCredential, type Credential } from '../admission/credential.ts'
import { leafIndexOf, type SeatedLeaf } from '../room/seated.ts'
import { isSame, toText } from './bytes.ts'
import type { CommitMessage } from './decode.ts'
import { describeCommit } from './describeCommit.ts'
import { leafKeyText } from './leafKey.ts'
import { joiningIndex, removesOf, type PublicGroup } from './publicGroup.ts'
import { CAPABILITIES, getSuite } from './suite.ts'
import type { RoomTerms } from './terms.ts'

/** Who comes and who goes by a valid commit. */
export type Judged = {
  kind: CommitKind
  committer: LeafIndex
  joined: SeatedLeaf | undefined
  removed: readonly { leaf: LeafIndex; because: RemovalReason }[]
}

/**
 * Whether a commit of the group's epoch is valid, from the group and the bytes alone, before any state
 * changes. What is left to the library are the membership tag, the path's secrets and the confirmation tag.
 */
export async function judgeCommit(
  group: PublicGroup,
  message: CommitMessage,
  terms: RoomTerms,
): Promise<Judged | VoidCode> {
  const { content, auth } = message
  const { context } = group
  if (!isSame(content.groupId, context.groupId) || content.epoch !== context.epoch)
    return 'wrong-context'
  const kind = commitKind(describeCommit(message, group))
  const leafNode = content.commit.path?.leafNode
  if (kind === 'not-allowed' || !leafNode) return 'not-allowed'
  const { signature } = await getSuite()
  const index =
    content.sender.senderType === 'member'
      ? content.sender.leafIndex
      : joiningIndex(group.tree, removesOf(message))
  const committer = leafIndexOf(index)
  if (committer === undefined) return 'index'
  if (leafNode.extensions.length > 0) return 'not-allowed'
  if (JSON.stringify(leafNode.capabilities) !== JSON.stringify(CAPABILITIES)) return 'wrong-suite'
  try {
    const areSigned = await Promise.all([
      verifyFramedContentSignature(
        leafNode.signaturePublicKey,
        'mls_public_message',
        content,
        auth,
        context,
        signature,
      ),
      verifyLeafNodeSignature(leafNode, context.groupId, index, signature),
    ])
    if (!areSigned.every(Boolean)) return 'bad-signature'
  } catch {
    return 'bad-signature'
  }
  if (kind === 'join') return judgeJoin(group, message, { terms, committer })
  return judgeRemoval(group, message, { kind, committer })
}

function judgeRemoval(
  { leaves }: PublicGroup,
  message: CommitMessage,
  { kind, committer }: { kind: 'removal' | 'refresh'; committer: LeafIndex },
): Judged | VoidCode {
  if (kind === 'refresh') return { kind, committer, joined: undefined, removed: [] }
  const note = readNote(RemovalNote, message.content.authenticatedData)
  const gone = removesOf(message).map(leafIndexOf)
  if (!note || Object.keys(note).length !== gone.length) return 'malformed'
  const removed: { leaf: LeafIndex; because: RemovalReason }[] = []
  for (const leaf of gone) {
    const because = leaf === undefined ? undefined : note[String(leaf)]
    if (leaf === undefined || !because || !leaves.has(leaf)) return 'malformed'
    removed.push({ leaf, because })
  }
  return { kind, committer, joined: undefined, removed }
}

async function judgeJoin(
  { context, leaves }: PublicGroup,
  message: CommitMessage,
  { terms, committer }: { terms: RoomTerms; committer: LeafIndex },
): Promise<Judged | VoidCode> {
  const leafNode = message.content.commit.path?.leafNode
  const note = readNote(JoinNote, message.content.authenticatedData)
  if (!note) return 'no-proof'
  if (leafNode?.credential.credentialType !== 'basic') return 'malformed'
  const credential = await verifyCredential(
    {
      identity: leafNode.credential.identity,
      leafKey: leafKeyText(leafNode.signaturePublicKey),
    },
    { terms, group: toText(context.groupId) },
  )
  if (typeof credential === 'string') return credential
  const gone = removesOf(message).flatMap((index) => {
    const leaf = leafIndexOf(index)
    const seated = leaf === undefined ? undefined : leaves.get(leaf)
    return seated ? [seated] : []
  })
  if (gone.some(({ seat }) => seat !== credential.seat)) return 'not-allowed'
  const remaining = [...leaves.values()].filter(({ leaf }) => !gone.some((is) => is.leaf === leaf))
  if (remaining.some(({ leafKey }) => leafKey === credential.leafKey)) return 'second-leaf'
  const code = whyVoid(
    {
      ...credential,
      index: committer,
      joining: {
        provenFor: await roomsProven(note.proof, credential, terms),
        replacesPassVersion: gone[0]?.pass.version,
      },
    },
    {
      room: terms.room,
      leaves: remaining.map(({ leaf, seat }) => ({ index: leaf, seat })),
    },
  )
  if (code) return code
  return {
    kind: 'join',
    committer,
    joined: { ...credential, leaf: committer, joinedAtEpoch: Number(context.epoch) + 1 },
    removed: gone.map(({ leaf }) => ({ leaf, because: 'replaced' })),
  }
}

/** The rooms for which an agreed delegation of its side clears the seat, and its own; of an aide's console, that of the seat it drives. */
async function roomsProven(
  proof: readonly string[],
  { side, seat, drives }: Credential,
  { seals, call }: RoomTerms,
): Promise<readonly RoomId[] | undefined> {
  const delegation = await verifyDelegationProof(proof, seals, side)
  if (delegation?.call !== call) return undefined
  const listed = delegation.seats.find((one) => one.seat === (drives ?? seat))
  return listed && [...(drives ? [] : listed.rooms), seatRoomOf(listed.seat)]
}
