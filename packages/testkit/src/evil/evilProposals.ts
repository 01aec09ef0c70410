import type { LoggedCommit, Room } from '@parley/group'
import { CAPABILITIES, generateLeafKey, getSuite, rawLeafKey } from '@parley/group/making'
import {
  createProposal,
  defaultLifetime,
  encodeMlsMessage,
  generateKeyPackageWithKey,
  type MLSMessage,
  type Proposal,
} from 'ts-mls'
import type { Extension } from 'ts-mls/extension.js'
import { encodeExternalSender } from 'ts-mls/externalSender.js'
import { protectExternalProposalPublic } from 'ts-mls/messageProtectionPublic.js'
import { evilCommit, logged, someRemove } from './evilCommits.ts'

/** A member’s own proposal to take a leaf out, and its commit of that by reference. */
export async function proposedByReference(
  room: Room,
  removed: number,
): Promise<readonly LoggedCommit[]> {
  const suite = await getSuite()
  const { state } = room
  const { message, newState } = await createProposal(state, true, someRemove(removed), suite)
  const { opened } = await evilCommit(room, { state: newState })
  return [await asLogged(room, message), opened]
}

/** Lets somebody outside propose who comes and goes. */
export async function externalSender(): Promise<Extension> {
  const { publicKey } = await generateLeafKey()
  const credential = { credentialType: 'basic', identity: new Uint8Array([1]) } as const
  const sender = { signaturePublicKey: rawLeafKey(publicKey), credential }
  return { extensionType: 'external_senders', extensionData: encodeExternalSender(sender) }
}

/** Proposals of nobody in the room: of an external sender, and of a newcomer who would be added. */
export async function proposedFromOutside(
  room: Room,
  removed: number,
): Promise<readonly LoggedCommit[]> {
  const suite = await getSuite()
  const { publicKey, handle: signKey } = await generateLeafKey()
  const { publicPackage: keyPackage } = await generateKeyPackageWithKey(
    { credentialType: 'basic', identity: new Uint8Array([1]) },
    CAPABILITIES,
    defaultLifetime,
    [],
    { signKey, publicKey: rawLeafKey(publicKey) },
    suite,
  )
  const add: Proposal = { proposalType: 'add', add: { keyPackage } }
  const senders = [
    { proposal: someRemove(removed), sender: { senderType: 'external', senderIndex: 0 } },
    { proposal: add, sender: { senderType: 'new_member_proposal' } },
  ] as const
  return Promise.all(
    senders.map(async ({ proposal, sender }) => {
      const { publicMessage } = await protectExternalProposalPublic(
        signKey,
        room.state.groupContext,
        new Uint8Array(),
        proposal,
        sender,
        suite,
      )
      return asLogged(room, { version: 'mls10', wireformat: 'mls_public_message', publicMessage })
    }),
  )
}

async function asLogged(room: Room, message: MLSMessage): Promise<LoggedCommit> {
  return logged(room, { bytes: encodeMlsMessage(message), newState: room.state })
}
