import { agreeCall, passAnew } from '@parley/testkit/agreedCall'
import {
  CUSTOM_PROPOSAL,
  evilCommit,
  forgedJoin,
  otherContext,
  someAdd,
  someReInit,
  someRemove,
  withNoKeys,
  withOwnLeaf,
  withoutXWing,
} from '@parley/testkit/evil'
import { fillRoom } from '@parley/testkit/filledRoom'
import { RoomLog } from '@parley/testkit/roomLog'
import {
  createProposal,
  emptyPskIndex,
  processPublicMessage,
  type ClientState,
  type Proposal,
} from 'ts-mls'
import { expect, test } from 'vitest'
import type { VoidCode } from '../admission/admit.ts'
import { writeNote } from '../admission/commitNote.ts'
import { generateLeafKey } from '../mls/leafKey.ts'
import { CAPABILITIES, getSuite } from '../mls/suite.ts'
import { commitRefresh, commitRemoval } from './commit.ts'
import { authenticatorOf, ownLeafOf } from './room.ts'

type Evil = (state: ClientState) => Promise<{ state?: ClientState; proposals: Proposal[] }>

const attacks: [string, VoidCode, Evil, note?: Uint8Array][] = [
  ['an Add', 'not-allowed', async () => ({ proposals: [await someAdd()] })],
  [
    'a custom proposal, which the library skips without rekeying',
    'not-allowed',
    async () => ({ proposals: [CUSTOM_PROPOSAL] }),
  ],
  [
    'a change of the group context, which drops the path',
    'not-allowed',
    async () => ({ proposals: [otherContext([])] }),
  ],
  ['a ReInit', 'not-allowed', async (state) => ({ proposals: [someReInit(state)] })],
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
    log.append((await evilCommit(b.room, { state, proposals, note })).opened)
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

test.each([
  ['a key without its post-quantum part', withoutXWing],
  ['what is no key', withNoKeys],
])(
  'a member that brings %s in its path is skipped by name, and all can commit as before (R21)',
  async (_what, evil) => {
    const { log, a, b, sitting } = await fillRoom(3)
    log.append((await evilCommit(b.room, { suite: evil(await getSuite()) })).opened)
    const heard = await log.catchUp(a)
    const refreshed = await commitRefresh(a.room)
    if (!refreshed) throw new Error('Three are not alone')
    a.room = refreshed.room
    log.append(refreshed.opened)
    await log.catchUp(a)
    const [, , c] = sitting
    if (c) await log.catchUp(c)

    expect(heard).toEqual([{ type: 'skipped', code: 'bad-path', by: ownLeafOf(b.room).leaf }])
    expect(c && authenticatorOf(c.room)).toBe(authenticatorOf(a.room))
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

  log.append((await evilCommit(b.room, { state: newState })).opened)

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
  const note = writeNote({ 1: 'silent' })
  log.append((await evilCommit(press.room, { proposals: [someRemove(1)], note })).opened)
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

  const removed = [ownLeafOf(a.room).leaf]
  log.append((await forgedJoin(b.room, fourth.me, { removed })).opened)

  expect(await log.catchUp(a)).toEqual([{ type: 'skipped', code: 'not-allowed', by: undefined }])
})

test('a joiner with an older pass that takes out its seat’s newer leaf is skipped (R20)', async () => {
  const call = await agreeCall({ seatsEach: 1 })
  const [old, other] = call.people
  if (!old || !other) throw new Error('There are two')
  const log = new RoomLog(call.terms)
  const a = await log.found(await passAnew(call, old, { version: 2 }))
  const b = await log.join(other)

  const removed = [ownLeafOf(a.room).leaf]
  log.append((await forgedJoin(b.room, old.me, { removed })).opened)

  expect(await log.catchUp(b)).toEqual([{ type: 'skipped', code: 'second-leaf', by: undefined }])
})

test('a joiner under a leaf key that is in the tree is skipped (R20)', async () => {
  const { call, log, a, b } = await fillRoom(3)
  const [, , , fourth] = call.people
  if (!fourth) throw new Error('There is a fourth')
  const leafKey = await generateLeafKey()
  await log.join({ ...b.person, me: { ...b.person.me, leafKey } })
  await log.catchUp(a)

  const { opened } = await log.prepare({ ...fourth, me: { ...fourth.me, leafKey } }, 0)
  log.append(opened)

  expect(await log.catchUp(a)).toEqual([{ type: 'skipped', code: 'second-leaf', by: undefined }])
})
