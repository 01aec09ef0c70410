import { agreeCall } from '@parley/testkit/agreedCall'
import { evilCommit, sealingForNeighbour, withoutPathSecret } from '@parley/testkit/evil'
import { fillRoom, removalOf } from '@parley/testkit/filledRoom'
import { RoomLog } from '@parley/testkit/roomLog'
import {
  createApplicationMessage,
  createCommit,
  createProposal,
  encodeMlsMessage,
  type CiphersuiteImpl,
} from 'ts-mls'
import { expect, test } from 'vitest'
import type { LoggedCommit, Opened } from '../envelope/envelope.ts'
import { own } from '../mls/bytes.ts'
import { decodeCommit } from '../mls/decode.ts'
import { getSuite } from '../mls/suite.ts'
import { applyLogged } from './applyLogged.ts'
import { commitRefresh, commitRemoval } from './commit.ts'
import { groupInfoOf } from './loggedState.ts'
import { makeMessage } from './message.ts'
import { prepareJoin } from './prepareJoin.ts'
import { authenticatorOf, baseKeyOf, epochOf, ownLeafOf, type Room } from './room.ts'

test.each([
  ['the last leaf', [1]],
  ['two at once', [1, 2]],
  ['leaf 0', [0]],
])(
  'down to one, who was removed knows the epoch: so whoever is alone says nothing (R23), %s',
  async (_who, goneAt) => {
    const { log, sitting } = await fillRoom(goneAt.length + 1)
    const gone = sitting.filter((_one, at) => goneAt.includes(at))
    const last = sitting.find((one) => !gone.includes(one))
    const [removed] = gone
    if (!last || !removed) throw new Error('One stays')
    const committed = await commitRemoval(last.room, removalOf('silent', ...gone))
    if (!committed) throw new Error('There is somebody to remove')
    const leaked = await withoutPathSecret(removed.room, committed.opened)

    last.room = committed.room
    log.append(committed.opened)
    await log.catchUp(last)

    expect(authenticatorOf(leaked)).toBe(authenticatorOf(last.room))
    expect(await makeMessage(last.room, new Uint8Array([1]))).toBe(undefined)
    expect(await commitRefresh(last.room)).toBe(undefined)
  },
)

test.each([
  ['the last leaf', [2]],
  ['leaf 0', [0]],
  ['two of four', [1, 3]],
])(
  'while two are left, a removal carries a path, and who was removed does not know the epoch: %s',
  async (_who, goneAt) => {
    const { log, sitting } = await fillRoom(goneAt.length + 2)
    const gone = sitting.filter((_one, at) => goneAt.includes(at))
    const rest = sitting.filter((one) => !gone.includes(one))
    const [remover, other] = rest
    const [removed] = gone
    if (!remover || !other || !removed) throw new Error('Two stay')
    const committed = await commitRemoval(remover.room, removalOf('silent', ...gone))
    if (!committed) throw new Error('There is somebody to remove')
    const guessed = await withoutPathSecret(removed.room, committed.opened)

    remover.room = committed.room
    log.append(committed.opened)
    await Promise.all(sitting.map((one) => log.catchUp(one)))

    expect(decodeCommit(committed.opened.commit)?.content.commit.path).toBeDefined()
    expect(authenticatorOf(other.room)).toBe(authenticatorOf(remover.room))
    expect(authenticatorOf(guessed)).not.toBe(authenticatorOf(remover.room))
    expect(removed.heard.at(-1)).toEqual({
      type: 'removed',
      because: 'silent',
      by: ownLeafOf(remover.room).leaf,
    })
    await expect(baseKeyOf(removed.room)).rejects.toThrow('exports nothing')
  },
)

test('a reload takes its own old leaf out, and the old window hears that it is open elsewhere (R20)', async () => {
  const { log, a, b } = await fillRoom(2)
  const old = ownLeafOf(b.room)

  const again = await log.join(b.person)
  await log.catchUp(a)
  await log.catchUp(b)

  expect(a.heard.at(-1)).toMatchObject({
    type: 'advanced',
    kind: 'join',
    joined: { seat: b.person.seat },
    removed: [{ leaf: old.leaf, because: 'replaced' }],
  })
  expect(b.heard.at(-1)).toEqual({ type: 'replaced' })
  expect(b.room.overBy).toBe('replaced')
  expect(authenticatorOf(again.room)).toBe(authenticatorOf(a.room))
  expect(await makeMessage(b.room, new Uint8Array([1]))).toBe(undefined)
})

test('who finds only its own old leaf founds anew, for the library cannot join then', async () => {
  const { terms, people } = await agreeCall({ seatsEach: 1 })
  const log = new RoomLog(terms)
  const [person] = people
  if (!person) throw new Error('There is one')
  await log.found(person)

  expect(await prepareJoin(person.me, terms, { entries: log.entries })).toEqual({
    outcome: 'must-found',
  })
  expect(await prepareJoin(person.me, terms, { entries: [] })).toEqual({ outcome: 'must-found' })
})

test('no key of an earlier epoch is kept, and words of it are refused', async () => {
  const { log, a, b } = await fillRoom(3)
  const late = await makeMessage(b.room, new Uint8Array([7]))
  const refreshed = await commitRefresh(a.room)
  if (!late || !refreshed) throw new Error('Three are not alone')

  a.room = refreshed.room
  log.append(refreshed.opened)
  log.append(late.opened)
  const heard = await log.catchUp(a)

  expect(heard.at(-1)).toEqual({ type: 'ignored', why: 'old-epoch' })
  expect(a.room.state.historicalReceiverData.size).toBe(0)
})

test('a message is from the leaf whose key made it, and is heard once', async () => {
  const { log, a, b } = await fillRoom(2)
  const said = await makeMessage(b.room, new TextEncoder().encode('I am leaf 0'))
  if (!said) throw new Error('Two are not alone')
  b.room = said.room

  log.append(said.opened)
  log.append(said.opened)
  const heard = await log.catchUp(a)

  const from = ownLeafOf(b.room).leaf
  expect(heard).toEqual([
    { type: 'message', from, bytes: new TextEncoder().encode('I am leaf 0') },
    { type: 'ignored', why: 'replayed' },
  ])
  expect(await log.catchUp(b)).toEqual([
    { type: 'ignored', why: 'own' },
    { type: 'ignored', why: 'own' },
  ])
})

test('a commit whose path opens for some is skipped by the rest, who then hear that they are behind', async () => {
  const { log, sitting, a } = await fillRoom(4)
  const suite = await getSuite()
  const { opened, room: evil } = await evilCommit(a.room, {
    suite: sealingForNeighbour(a.room, suite),
  })
  log.append(opened)
  const heard = await Promise.all(sitting.slice(1).map((one) => log.catchUp(one)))
  const follow = heard.flat().filter(({ type }) => type === 'advanced')
  const skip = heard.flat().filter(({ type }) => type === 'skipped')

  const message = await createApplicationMessage(evil.state, new Uint8Array([1]), suite)
  const { privateMessage } = message
  const next: Opened = {
    kind: 'message',
    epoch: epochOf(evil),
    message: own(
      encodeMlsMessage({ version: 'mls10', wireformat: 'mls_private_message', privateMessage }),
    ),
  }
  log.append(next)
  const after = await Promise.all(sitting.slice(1).map((one) => log.catchUp(one)))

  expect(follow.length).toBeGreaterThan(0)
  expect(skip.length).toBeGreaterThan(0)
  expect(skip[0]).toEqual({ type: 'skipped', code: 'bad-path', by: ownLeafOf(a.room).leaf })
  expect(after.flat().filter(({ type }) => type === 'behind').length).toBe(skip.length)
  expect(after.flat().filter(({ type }) => type === 'message').length).toBe(follow.length)
})

test('a joiner that a false confirmation tag led astray finds the members at its next attempts', async () => {
  const { call, log, a, b } = await fillRoom(2)
  const [, , third] = call.people
  if (!third) throw new Error('There is a third')
  const suite = await getSuite()
  const lying: CiphersuiteImpl = {
    ...suite,
    hash: {
      ...suite.hash,
      mac: async (...what) => (await suite.hash.mac(...what)).map((byte) => byte ^ 1),
    },
  }
  const { commit, newState } = await createCommit(
    { state: b.room.state, cipherSuite: lying },
    { wireAsPublicMessage: true },
  )
  log.append({
    ...loggedCommit(b.room, own(encodeMlsMessage(commit))),
    groupInfo: await groupInfoOf(newState),
  })
  const astray = await log.prepare(third, 0)
  const next = await log.prepare(third, 1)
  const refreshed = await commitRefresh(a.room)
  if (!refreshed) throw new Error('Two are not alone')

  const heard = await log.catchUp(a)
  const refused = await applyLogged(a.room, astray.opened)
  const taken = await applyLogged(a.room, next.opened)
  a.room = refreshed.room
  log.append(refreshed.opened)
  await log.catchUp(a)
  const later = await log.prepare(third, 2)

  expect(heard).toMatchObject([{ type: 'skipped', code: 'bad-path' }])
  expect(refused.heard.type).toBe('behind')
  expect(taken.heard.type).toBe('advanced')
  expect((await applyLogged(a.room, later.opened)).heard.type).toBe('advanced')
})

test('a proposal in the log changes nothing, and no later commit takes it up', async () => {
  const { log, a, b } = await fillRoom(2)
  const suite = await getSuite()
  const removed = ownLeafOf(a.room).leaf
  const { message } = await createProposal(
    b.room.state,
    true,
    { proposalType: 'remove', remove: { removed } },
    suite,
  )
  log.append(loggedCommit(b.room, own(encodeMlsMessage(message))))
  const heard = await log.catchUp(a)
  const refreshed = await commitRefresh(a.room)

  expect(heard).toEqual([{ type: 'skipped', code: 'malformed', by: undefined }])
  expect(a.room.state.unappliedProposals).toEqual({})
  expect(
    decodeCommit(refreshed?.opened.commit ?? new Uint8Array())?.content.commit.proposals,
  ).toEqual([])
})

test('a commit with bytes after its end is malformed', async () => {
  const { a, b } = await fillRoom(2)
  const refreshed = await commitRefresh(a.room)
  if (!refreshed) throw new Error('Two are not alone')
  const commit = new Uint8Array([...refreshed.opened.commit, 0])

  const { heard } = await applyLogged(b.room, { ...refreshed.opened, commit })

  expect(heard).toEqual({ type: 'skipped', code: 'malformed', by: undefined })
})

function loggedCommit(room: Room, commit: LoggedCommit['commit']): LoggedCommit {
  const epoch = Number(room.state.groupContext.epoch)
  return { kind: 'commit', epoch, commit, groupInfo: new Uint8Array(), tree: undefined }
}
