import type { Bytes } from '@parley/protocol'
import {
  decodeMlsMessage,
  type GroupInfo,
  type MLSMessage,
  type PrivateMessage,
  type PublicMessage,
  type RatchetTree,
} from 'ts-mls'
import type { Commit } from 'ts-mls/commit.js'
import { decodeRatchetTree } from 'ts-mls/ratchetTree.js'

/** A public message that carries a commit. */
export type CommitMessage = PublicMessage & { content: { contentType: 'commit'; commit: Commit } }

/** A commit from its bytes; nothing if they are anything else. */
export function decodeCommit(bytes: Bytes): CommitMessage | undefined {
  const message = decodeExactly(bytes)
  if (message?.wireformat !== 'mls_public_message') return undefined
  const { publicMessage } = message
  return isCommit(publicMessage) ? publicMessage : undefined
}

/** A GroupInfo from its bytes; nothing if they are anything else. */
export function decodeGroupInfo(bytes: Bytes): GroupInfo | undefined {
  const message = decodeExactly(bytes)
  return message?.wireformat === 'mls_group_info' ? message.groupInfo : undefined
}

/** A private message from its bytes; nothing if they are anything else. */
export function decodePrivate(bytes: Bytes): PrivateMessage | undefined {
  const message = decodeExactly(bytes)
  return message?.wireformat === 'mls_private_message' ? message.privateMessage : undefined
}

/** A ratchet tree from its bytes; nothing if they are anything else. */
export function decodeTree(bytes: Bytes): RatchetTree | undefined {
  try {
    const decoded = decodeRatchetTree(bytes, 0)
    return decoded && decoded[1] === bytes.length ? decoded[0] : undefined
  } catch {
    return undefined
  }
}

/** The library throws on some garbage, answers nothing to other, and accepts trailing bytes: all are refused alike. */
function decodeExactly(bytes: Bytes): MLSMessage | undefined {
  try {
    const decoded = decodeMlsMessage(bytes, 0)
    return decoded && decoded[1] === bytes.length ? decoded[0] : undefined
  } catch {
    return undefined
  }
}

function isCommit(message: PublicMessage): message is CommitMessage {
  return message.content.contentType === 'commit' && message.auth.contentType === 'commit'
}
