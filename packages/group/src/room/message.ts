import type { Bytes } from '@parley/protocol'
import { createApplicationMessage, encodeMlsMessage, zeroOutUint8Array } from 'ts-mls'
import { unprotectPrivateMessage } from 'ts-mls/messageProtection.js'
import { decryptSenderData } from 'ts-mls/privateMessage.js'
import type { LoggedMessage } from '../envelope/envelope.ts'
import { isSame, own } from '../mls/bytes.ts'
import { decodePrivate } from '../mls/decode.ts'
import { getSuite } from '../mls/suite.ts'
import { ignored, type Heard } from './heard.ts'
import { epochOf, isAlone, ownLeafOf, type Room } from './room.ts'
import { leafIndexOf } from './seated.ts'

/**
 * A message of the present epoch. Keep the room it gives even if sending fails: its key is used up.
 * Nothing while one is alone, or the room is over.
 */
export async function makeMessage(
  room: Room,
  bytes: Uint8Array,
): Promise<{ room: Room; opened: LoggedMessage } | undefined> {
  if (room.overBy || isAlone(room)) return undefined
  const { newState, privateMessage, consumed } = await createApplicationMessage(
    room.state,
    bytes,
    await getSuite(),
  )
  consumed.forEach(zeroOutUint8Array)
  const message = own(
    encodeMlsMessage({ version: 'mls10', wireformat: 'mls_private_message', privateMessage }),
  )
  return {
    room: { ...room, state: newState },
    opened: { kind: 'message', epoch: epochOf(room), message },
  }
}

/**
 * Opens a message of the present epoch. The sender is the leaf whose keys it was made with: the library's
 * own functions do not tell it, and a leaf named in the text is a claim.
 */
export async function applyMessage(
  room: Room,
  { message }: LoggedMessage,
): Promise<{ room: Room; heard: Heard }> {
  const decoded = decodePrivate(message)
  const { state } = room
  const isHere = decoded && isSame(decoded.groupId, state.groupContext.groupId)
  if (!isHere || decoded.contentType !== 'application') return { room, heard: ignored('noise') }
  if (decoded.epoch < state.groupContext.epoch) return { room, heard: ignored('old-epoch') }
  if (decoded.epoch > state.groupContext.epoch)
    return { room, heard: { type: 'behind', epoch: Number(decoded.epoch) } }
  const suite = await getSuite()
  const { senderDataSecret } = state.keySchedule
  const sender = await decryptSenderData(decoded, senderDataSecret, suite).catch(() => undefined)
  if (!sender) return { room, heard: { type: 'forked' } }
  const from = leafIndexOf(sender.leafIndex)
  if (from === undefined || !room.leaves.has(from)) return { room, heard: ignored('noise') }
  if (from === ownLeafOf(room).leaf) return { room, heard: ignored('own') }
  try {
    const { tree, content, consumed } = await unprotectPrivateMessage(
      senderDataSecret,
      decoded,
      state.secretTree,
      state.ratchetTree,
      state.groupContext,
      state.clientConfig.keyRetentionConfig,
      suite,
    )
    if (content.content.contentType !== 'application') return { room, heard: ignored('noise') }
    const bytes: Bytes = own(content.content.applicationData)
    consumed.forEach(zeroOutUint8Array)
    return {
      room: { ...room, state: { ...state, secretTree: tree } },
      heard: { type: 'message', from, bytes },
    }
  } catch {
    return { room, heard: ignored('replayed') }
  }
}
