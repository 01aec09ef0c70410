import { epochOf, treeOf, type LoggedCommit, type Room } from '@parley/group'
import {
  applyPublicly,
  CAPABILITIES,
  configFor,
  decodeCommit,
  getSuite,
  groupInfoOf,
  own,
  publicGroupOf,
} from '@parley/group/making'
import {
  createCommit,
  defaultLifetime,
  encodeMlsMessage,
  generateKeyPackage,
  type CiphersuiteImpl,
  type ClientState,
  type Proposal,
} from 'ts-mls'
import type { Extension } from 'ts-mls/extension.js'
import { initializeEpoch } from 'ts-mls/keySchedule.js'
import type { LeafNode } from 'ts-mls/leafNode.js'
import { leafToNodeIndex, toLeafIndex } from 'ts-mls/treemath.js'

/** A commit of somebody who runs a client of their own, and the room as it would be for them. */
export type EvilCommit = { opened: LoggedCommit; room: Room }

/** A commit of a member with whatever proposals, as far as the library makes it. */
export async function evilCommit(
  room: Room,
  {
    state = room.state,
    proposals = [],
    note = new Uint8Array(),
    suite,
  }: {
    state?: ClientState
    proposals?: readonly Proposal[]
    note?: Uint8Array | undefined
    suite?: CiphersuiteImpl
  },
): Promise<EvilCommit> {
  const clientConfig = configFor({ isVerified: () => true })
  const { commit, newState } = await createCommit(
    { state: { ...state, clientConfig }, cipherSuite: suite ?? (await getSuite()) },
    { wireAsPublicMessage: true, extraProposals: [...proposals], authenticatedData: note },
  )
  return {
    opened: await logged(room, { bytes: encodeMlsMessage(commit), newState }),
    room: { ...room, state: newState },
  }
}

/** A commit as the log has it, with what the next joiner needs. */
export async function logged(
  before: Room,
  { bytes, newState }: { bytes: Uint8Array; newState: ClientState },
): Promise<LoggedCommit> {
  return {
    kind: 'commit',
    epoch: epochOf(before),
    commit: own(bytes),
    groupInfo: await groupInfoOf(newState),
    tree: treeOf(newState),
  }
}

/** The state of somebody whose own leaf says something else. */
export function withOwnLeaf(state: ClientState, change: Partial<LeafNode>): ClientState {
  const at = leafToNodeIndex(toLeafIndex(state.privatePath.leafIndex))
  const ratchetTree = state.ratchetTree.map((node, index) =>
    index === at && node?.nodeType === 'leaf'
      ? { ...node, leaf: Object.assign(structuredClone(node.leaf), change) }
      : node,
  )
  return { ...state, ratchetTree }
}

/** Takes a leaf out. */
export function someRemove(removed: number): Proposal {
  return { proposalType: 'remove', remove: { removed } }
}

/** Takes in a stranger who has no pass. */
export async function someAdd(): Promise<Proposal> {
  const { publicPackage: keyPackage } = await generateKeyPackage(
    { credentialType: 'basic', identity: new Uint8Array([1]) },
    CAPABILITIES,
    defaultLifetime,
    [],
    await getSuite(),
  )
  return { proposalType: 'add', add: { keyPackage } }
}

/** Of no known type: the library skips it, and does not rekey. */
export const CUSTOM_PROPOSAL: Proposal = {
  proposalType: 0xff01,
  proposalData: new Uint8Array([1]),
}

/** Puts other extensions into the group context; the commit then has no path. */
export function otherContext(extensions: Extension[]): Proposal {
  return { proposalType: 'group_context_extensions', groupContextExtensions: { extensions } }
}

/** Ends the group for one that is founded anew. */
export function someReInit({ groupContext: { cipherSuite } }: ClientState): Proposal {
  const reinit = { groupId: new Uint8Array(32), version: 'mls10', cipherSuite, extensions: [] }
  return { proposalType: 'reinit', reinit } as Proposal
}

/** Seals the secrets of a path so that none opens but the one for the leaf beside one's own. */
export function sealingForNeighbour({ state }: Room, suite: CiphersuiteImpl): CiphersuiteImpl {
  const beside = leafToNodeIndex(toLeafIndex(state.privatePath.leafIndex ^ 1))
  const node = state.ratchetTree[beside]
  if (node?.nodeType !== 'leaf') throw new Error('There is nobody beside it')
  const spared = node.leaf.hpkePublicKey.toHex()
  const { hpke } = suite
  return {
    ...suite,
    hpke: {
      ...hpke,
      seal: async (key, ...what) => {
        const sealed = await hpke.seal(key, ...what)
        if ((await hpke.exportPublicKey(key)).toHex() === spared) return sealed
        return { ...sealed, ct: sealed.ct.map((byte) => byte ^ 1) }
      },
    },
  }
}

/** Gives keys without the part that a quantum computer does not break: of an X-Wing key its X25519 alone. */
export function withoutXWing(suite: CiphersuiteImpl): CiphersuiteImpl {
  const exportPublicKey: CiphersuiteImpl['hpke']['exportPublicKey'] = async (key) =>
    (await suite.hpke.exportPublicKey(key)).slice(-32)
  return { ...suite, hpke: { ...suite.hpke, exportPublicKey } }
}

/** Gives what is as long as a key, and none: nothing can be sealed to it. */
export function withNoKeys(suite: CiphersuiteImpl): CiphersuiteImpl {
  const exportPublicKey: CiphersuiteImpl['hpke']['exportPublicKey'] = async (key) =>
    (await suite.hpke.exportPublicKey(key)).slice().fill(255)
  return { ...suite, hpke: { ...suite.hpke, exportPublicKey } }
}

/** What somebody who was removed can compute of the next epoch: their old secrets, and no path secret. */
export async function withoutPathSecret(old: Room, entry: LoggedCommit): Promise<Room> {
  const message = decodeCommit(entry.commit)
  if (!message) throw new Error('It is a commit')
  const { context } = await applyPublicly(publicGroupOf(old), message)
  const { kdf } = await getSuite()
  const zero = new Uint8Array(kdf.size)
  const initSecret = new Uint8Array(old.state.keySchedule.initSecret)
  const { keySchedule } = await initializeEpoch(initSecret, zero, context, zero, kdf)
  return { ...old, state: { ...old.state, groupContext: context, keySchedule } }
}
