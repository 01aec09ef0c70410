import { passAnew, type Person } from '@parley/testkit/agreedCall'
import { fillRoom } from '@parley/testkit/filledRoom'
import {
  createCommit,
  createGroupInfoWithExternalPub,
  joinGroupExternal,
  createProposal,
  defaultLifetime,
  encodeMlsMessage,
  generateKeyPackage,
  processPublicMessage,
  emptyPskIndex,
  type ClientState,
  type Proposal,
} from 'ts-mls'
import { leafToNodeIndex, toLeafIndex } from 'ts-mls/treemath.js'
import { expect, test } from 'vitest'
import type { VoidCode } from '../admission/admit.ts'
import { writeNote } from '../admission/commitNote.ts'
import type { LoggedCommit } from '../envelope/envelope.ts'
import { own } from '../mls/bytes.ts'
import { leafNodesOf } from '../mls/publicGroup.ts'
import { CAPABILITIES, configFor, getSuite } from '../mls/suite.ts'
import { commitRefresh, commitRemoval } from './commit.ts'
import { makeOwnLeaf, ownPass } from './me.ts'
import { authenticatorOf, epochOf, ownLeafOf, type Room } from './room.ts'

type Evil = (state: ClientState) => Promise<{ state?: ClientState; proposals: Proposal[] }>

const someRemove = (removed: number): Proposal => ({ proposalType: 'remove', remove: { removed } })

const attacks: [string, VoidCode, Evil, note?: Uint8Array][] = [
  [
    'an Add',
    'not-allowed',
    async () => {
      const { publicPackage: keyPackage } = await generateKeyPackage(
        { credentialType: 'basic', identity: new Uint8Array([1]) },
        CAPABILITIES,
        defaultLifetime,
        [],
        await getSuite(),
      )
      return { proposals: [{ proposalType: 'add', add: { keyPackage } }] }
    },
  ],
  [
    'a custom proposal, which the library skips without rekeying',
    'not-allowed',
    async () => ({ proposals: [{ proposalType: 0xff01, proposalData: new Uint8Array([1]) }] }),
  ],
  [
    'a change of the group context, which drops the path',
    'not-allowed',
    async () => ({
      proposals: [
        { proposalType: 'group_context_extensions', groupContextExtensions: { extensions: [] } },
      ],
    }),
  ],
  [
    'a ReInit',
    'not-allowed',
    async ({ groupContext }) => ({
      proposals: [
        {
          proposalType: 'reinit',
          reinit: {
            groupId: new Uint8Array(32),
            version: 'mls10',
            cipherSuite: groupContext.cipherSuite,
            extensions: [],
          },
        },
      ],
    }),
  ],
  [
    'another credential in its path',
    'not-allowed',
    async (state) => ({
      state: withOwnLeaf(state, {
        credential: { credentialType: 'basic', identity: new Uint8Array([7]) },
      }),
      proposals: [],
    }),
  ],
  ['a removal that gives no reason', 'malformed', async () => ({ proposals: [someRemove(2)] })],
  [
    'a removal that gives the reason for another leaf',
    'malformed',
    async () => ({ proposals: [someRemove(2)] }),
    writeNote({ 0: 'silent' }),
  ],
  [
    'fewer capabilities',
    'wrong-suite',
    async (state) => ({
      state: withOwnLeaf(state, { capabilities: { ...CAPABILITIES, proposals: [1] } }),
      proposals: [],
    }),
  ],
]

test.each(attacks)(
  'a member that commits %s is skipped as %s, and the room goes on (R21)',
  async (_what, code, evil, note) => {
    const { log, a, b } = await fillRoom(3)
    const { state = b.room.state, proposals } = await evil(b.room.state)
    log.append(await evilCommit(b.room, { state, proposals, note }))
    const heard = await log.catchUp(a)
    const refreshed = await commitRefresh(a.room)
    if (!refreshed) throw new Error('Three are not alone')
    a.room = refreshed.room
    log.append(refreshed.opened)
    await log.catchUp(a)
    await log.catchUp(b)

    expect(heard).toEqual([{ type: 'skipped', code, by: undefined }])
    expect(authenticatorOf(b.room)).toBe(authenticatorOf(a.room))
  },
)

test('a member that commits somebody else’s proposal by reference is skipped (R21)', async () => {
  const { log, a, b } = await fillRoom(3)
  const suite = await getSuite()
  const { message } = await createProposal(a.room.state, true, someRemove(2), suite)
  if (message.wireformat !== 'mls_public_message') throw new Error('It is public')
  const { newState } = await processPublicMessage(
    b.room.state,
    message.publicMessage,
    emptyPskIndex,
    suite,
    () => 'accept',
  )

  log.append(await evilCommit(b.room, { state: newState, proposals: [], note: undefined }))

  expect(await log.catchUp(a)).toEqual([{ type: 'skipped', code: 'not-allowed', by: undefined }])
})

test('the press may refresh, and removes nobody (R21)', async () => {
  const { call, log, a } = await fillRoom(2)
  const [, , third] = call.people
  if (!third) throw new Error('There is a third')
  const press = await log.join(await passAnew(call, third, { listen: true }))
  await log.catchUp(a)
  const target = ownLeafOf(a.room).leaf

  expect(await commitRemoval(press.room, new Map([[target, 'silent']]))).toBe(undefined)
  log.append(
    await evilCommit(press.room, {
      state: press.room.state,
      proposals: [someRemove(1)],
      note: writeNote({ 1: 'silent' }),
    }),
  )
  const refreshed = await commitRefresh(press.room)
  if (!refreshed) throw new Error('Three are not alone')
  log.append(refreshed.opened)

  expect(await log.catchUp(a)).toMatchObject([
    { type: 'skipped', code: 'not-allowed' },
    { type: 'advanced', kind: 'refresh', committer: ownLeafOf(press.room).leaf },
  ])
})

test('a member removes several at once, each for its reason (R21)', async () => {
  const { log, a, b, sitting } = await fillRoom(4)
  const [, , c, d] = sitting
  if (!c || !d) throw new Error('There are four')
  const [goneFirst, goneSecond] = [ownLeafOf(c.room).leaf, ownLeafOf(d.room).leaf]

  const committed = await commitRemoval(
    a.room,
    new Map([
      [goneFirst, 'left'],
      [goneSecond, 'withdrawn'],
    ]),
  )
  if (!committed) throw new Error('There is somebody to remove')
  log.append(committed.opened)

  expect(await log.catchUp(b)).toMatchObject([
    {
      type: 'advanced',
      kind: 'removal',
      committer: ownLeafOf(a.room).leaf,
      removed: [
        { leaf: goneFirst, because: 'left' },
        { leaf: goneSecond, because: 'withdrawn' },
      ],
    },
  ])
  expect(await log.catchUp(d)).toEqual([
    { type: 'removed', because: 'withdrawn', by: ownLeafOf(a.room).leaf },
  ])
})

test('a joiner that also takes out another’s seat is skipped (R20)', async () => {
  const { call, log, a, b } = await fillRoom(3)
  const [, , , fourth] = call.people
  if (!fourth) throw new Error('There is a fourth')

  log.append(await evilJoin(b.room, fourth))

  expect(await log.catchUp(a)).toEqual([{ type: 'skipped', code: 'not-allowed', by: undefined }])
})

function withOwnLeaf(
  state: ClientState,
  change: Partial<ReturnType<typeof leafNodesOf>[number]['node']>,
): ClientState {
  const at = leafToNodeIndex(toLeafIndex(state.privatePath.leafIndex))
  const ratchetTree = state.ratchetTree.map((node, index) =>
    index === at && node?.nodeType === 'leaf'
      ? { ...node, leaf: Object.assign(structuredClone(node.leaf), change) }
      : node,
  )
  return { ...state, ratchetTree }
}

async function evilCommit(
  room: Room,
  {
    state,
    proposals,
    note,
  }: { state: ClientState; proposals: Proposal[]; note: Uint8Array | undefined },
): Promise<LoggedCommit> {
  const clientConfig = configFor({ isVerified: () => true })
  const { commit } = await createCommit(
    { state: { ...state, clientConfig }, cipherSuite: await getSuite() },
    {
      wireAsPublicMessage: true,
      extraProposals: proposals,
      authenticatedData: note ?? new Uint8Array(),
    },
  )
  return {
    kind: 'commit',
    epoch: epochOf(room),
    commit: own(encodeMlsMessage(commit)),
    groupInfo: new Uint8Array(),
    tree: undefined,
  }
}

/** A joining commit, well signed and proven, that removes the first leaf of the tree, whosoever it is. */
async function evilJoin(member: Room, { me }: Person): Promise<LoggedCommit> {
  const { state, terms } = member
  const suite = await getSuite()
  const verified = await ownPass(me, terms)
  if (!verified) throw new Error('The pass is good')
  const { groupId } = state.groupContext
  const mine = await makeOwnLeaf(me, { terms, groupId, verified })
  const { publicMessage } = await joinGroupExternal(
    await createGroupInfoWithExternalPub(state, [], suite),
    mine.publicPackage,
    mine.privatePackage,
    true,
    suite,
    state.ratchetTree,
    configFor({ isVerified: () => true, isSameSeat: () => true }),
    writeNote({ proof: [...me.proof] }),
  )
  return {
    kind: 'commit',
    epoch: epochOf(member),
    commit: own(
      encodeMlsMessage({ version: 'mls10', wireformat: 'mls_public_message', publicMessage }),
    ),
    groupInfo: new Uint8Array(),
    tree: undefined,
  }
}
