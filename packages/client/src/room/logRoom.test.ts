import { commitRefresh, ownLeafOf, rosterOf, sealEnvelope } from '@parley/group'
import { LIMITS, PLENARY } from '@parley/protocol'
import { delegationKind, envelopeKeyOf, type Lists } from '@parley/seal'
import { startServer, type RunningServer } from '@parley/server'
import { cuttableLine, FakeMedia, planCall, type PlannedCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openCall } from '../call/openCall.ts'
import { ConnectionLost, type Pushed } from '../connection.ts'
import { serverAt } from '../server.ts'
import { systemClock } from '../tools/systemClock.ts'
import { LogRoom } from './logRoom.ts'
import type { RoomEvent } from './roomSession.ts'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 2, clock: systemClock }))
})
afterEach(() => opened.disposeAsync())

const within = { timeout: 20_000, interval: 20 }

/** The person of that number sits down and joins. */
async function join(place: number) {
  const { seat } = planned.seats[place] ?? {}
  if (!seat) throw new Error('There are four')
  const line = cuttableLine(running.url)
  const open = await planned.sit(seat, serverAt(running.url, line.dial))
  const hears: ((message: Pushed) => void)[] = []
  const subscribe = open.connection.subscribe.bind(open.connection)
  open.connection.subscribe = (hear) => {
    hears.push(hear)
    return subscribe(hear)
  }
  const parts = { media: new FakeMedia(), clock: systemClock }
  const { runner, room } = opened.use(await openCall(open, parts))
  const tell = (message: Pushed) => hears.forEach((hear) => hear(message))
  const heard: RoomEvent[] = []
  room.listen((event) => heard.push(event))
  runner.send({ type: 'join-pressed', atMs: systemClock.nowMs() })
  return { open, line, runner, room, heard, tell }
}

/** A room without a call around it: the test says what its lists are, and hears what it asks of the server. */
async function bareRoom(place: number, known?: (lists: Lists) => Lists) {
  const { seat } = planned.seats[place] ?? {}
  if (!seat) throw new Error('There are four')
  const open = await planned.sit(seat)
  const { record, connection, documents } = open
  await documents.caughtUp
  const { call, side, pass, deviceKey, callSecret } = record
  const { root, seals } = documents.documents
  if (!root) throw new Error('The plan is agreed')
  const asked: string[] = []
  const request = connection.request.bind(connection)
  const before = { request: async (_type: string): Promise<void> => undefined }
  connection.request = async (message, signal) => {
    asked.push(message.type)
    await before.request(message.type)
    return request(message, signal)
  }
  const room = opened.use(
    new LogRoom({
      connection,
      clock: systemClock,
      terms: { call, room: PLENARY, root, seals },
      envelopeKey: await envelopeKeyOf(callSecret, PLENARY),
      me: () => {
        const proof = documents.signaturesOf(delegationKind(side), 1).map(({ jws }) => jws)
        return { pass, deviceKey, proof, nowMs: systemClock.nowMs() }
      },
      known: () => {
        const { lists, heads } = documents.documents
        return { lists: known ? known(lists) : lists, heads }
      },
    }),
  )
  const heard: RoomEvent[] = []
  room.listen((event) => heard.push(event))
  return { room, heard, asked, before }
}

const countOf = (heard: readonly RoomEvent[], type: RoomEvent['type']) =>
  heard.filter((event) => event.type === type).length
/** The encryption keys of all leaves. */
const keysOf = ({ group }: LogRoom) =>
  group?.state.ratchetTree.flatMap((node) =>
    node?.nodeType === 'leaf' ? [node.leaf.hpkePublicKey.toHex()] : [],
  ) ?? []
const members = ({ group }: LogRoom) => (group ? rosterOf(group).length : 0)

type Sitting = Awaited<ReturnType<typeof join>>

async function areTogether(people: readonly Sitting[], count = people.length): Promise<void> {
  for (const { runner } of people)
    // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
    await expect.poll(() => runner.call.members.size, within).toBe(count)
}

/** What anyone with the call's key can put into the log, and the sealing of it. */
async function envelopeTo({ open }: Sitting) {
  const { call, callSecret } = open.record
  return { key: await envelopeKeyOf(callSecret, PLENARY), call, room: PLENARY }
}

test('a commit that nobody can join after is followed by a refresh of somebody else, and joiners come in (R19)', async () => {
  const [honest, evil] = [await join(0), await join(2)]
  await areTogether([honest, evil])
  const refreshed = evil.room.group && (await commitRefresh(evil.room.group))
  if (!refreshed) throw new Error('Two are not alone')
  const unjoinable = { ...refreshed.opened, groupInfo: new Uint8Array(9), tree: undefined }

  const envelope = await sealEnvelope(await envelopeTo(evil), unjoinable)
  await evil.open.connection.request({ type: 'append', room: PLENARY, envelope, commit: true })
  evil.line.cut()
  const joiner = await join(1)

  for (const { runner } of [joiner, honest])
    // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
    await expect.poll(() => runner.call.members.size, within).toBe(3)
  const told = [...honest.heard, ...joiner.heard].map(({ type }) => type)
  expect(told).toContain('unjoinable')
  expect(told).not.toContain('must-join-again')
})

test('a side that fills the log with noise keeps nobody out', async () => {
  const [honest, evil] = [await join(0), await join(2)]
  await areTogether([honest, evil])
  const append = { type: 'append', room: PLENARY, envelope: 'noise', commit: true } as const
  const { seat } = planned.seats[3] ?? {}
  if (!seat) throw new Error('There are four')
  const others = [planned.desks[1].connection, (await planned.sit(seat)).connection]

  for (const connection of [evil.open.connection, ...others])
    for (let i = 0; i < LIMITS.commitsPerMinute; i++)
      // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
      await connection.request(append).catch(() => undefined)
  const joiner = await join(1)

  await areTogether([joiner, honest], 3)
  expect(joiner.heard.map(({ type }) => type)).not.toContain('not-entered')
})

test('neither a text nor an asking to wait is said into an epoch in which somebody sits who is held (R22)', async () => {
  const stranger = planned.seats[1]?.seat
  const without = (lists: Lists): Lists => ({
    ...lists,
    seats: new Map([...lists.seats].filter(([seat]) => seat !== stranger)),
  })
  const { room } = await bareRoom(0, without)
  await room.join()
  const other = await bareRoom(2)
  await other.room.join()
  await expect.poll(() => members(room), within).toBe(2)
  const text = { word: 'text', text: 'Bun di', atMs: 1 } as const
  await room.say({ ...text, id: 'a' })

  const held = await bareRoom(1)
  await held.room.join()
  await expect.poll(() => members(room), within).toBe(3)

  await expect(room.say({ ...text, id: 'b' })).rejects.toThrow(ConnectionLost)
  await expect(room.say({ word: 'wait' })).rejects.toThrow(ConnectionLost)
  await room.say({ word: 'leave' })
  await expect.poll(() => countOf(held.heard, 'word'), within).toBe(1)
  expect(held.heard.find((event) => event.type === 'word')).toMatchObject({
    heard: { word: { word: 'leave' } },
  })
})

test('whoever leaves while joining puts no joining commit into the log after that', async () => {
  const { room } = await bareRoom(0)
  await room.join()
  const leaver = await bareRoom(2)
  const left = Promise.withResolvers<void>()
  leaver.before.request = async (type) => {
    if (type === 'follow-room') left.resolve(leaver.room[Symbol.asyncDispose]())
  }

  await leaver.room.join()
  await left.promise

  expect(leaver.asked).not.toContain('append')
  expect(members(room)).toBe(1)
})

test('a founder whose line is lost before it can read the log is in only once it can', async () => {
  const { room, heard, before } = await bareRoom(0)
  let isLost = true
  before.request = async (type) => {
    if (type !== 'follow-room' || !isLost) return
    isLost = false
    throw new ConnectionLost('Just now')
  }

  await room.join()

  expect(countOf(heard, 'entered')).toBe(1)
  expect(members(room)).toBe(1)
})

test('a room that is joined anew in the middle of an entry of its log goes on with the new place', async () => {
  const { room, heard } = await bareRoom(0)
  await room.join()
  const other = await bareRoom(2)
  await other.room.join()
  await expect.poll(() => members(room), within).toBe(2)
  const decrypt = crypto.subtle.decrypt.bind(crypto.subtle)
  let joined: Promise<void> | undefined
  const openingAnEnvelope = vi
    .spyOn(crypto.subtle, 'decrypt')
    .mockImplementation(async (...what) => {
      const envelope = await decrypt(...what)
      setImmediate(() => (joined ??= room.join()))
      return envelope
    })
  opened.defer(() => openingAnEnvelope.mockRestore())

  await other.room.say({ word: 'text', id: 'a', text: 'Bun di', atMs: 1 })

  await expect.poll(() => countOf(heard, 'entered'), { timeout: 3000, interval: 20 }).toBe(2)
  await joined
  await expect.poll(() => members(other.room), within).toBe(2)
})

test('of two who refresh at once the one that loses the epoch refreshes in a later one', async () => {
  const { room } = await bareRoom(0)
  await room.join()
  const other = (await bareRoom(2)).room
  await other.join()
  await expect.poll(() => members(room), within).toBe(2)
  const before = keysOf(room)

  await Promise.all([room.refresh(), other.refresh()])

  await expect.poll(() => keysOf(room).filter((key) => before.includes(key)), within).toEqual([])
})

test('who is taken out for a reason that does not hold comes in again, and is not told to be withdrawn', async () => {
  const { room } = await bareRoom(0)
  await room.join()
  const victim = await bareRoom(2)
  await victim.room.join()
  await expect.poll(() => members(room), within).toBe(2)
  const leaf = victim.room.group && ownLeafOf(victim.room.group).leaf
  if (leaf === undefined) throw new Error('It is in')

  await room.remove([leaf], 'withdrawn')

  await expect.poll(() => countOf(victim.heard, 'must-join-again'), within).toBe(1)
  expect(countOf(victim.heard, 'ended')).toBe(0)
})

test('whose line was away while another group was founded comes into that one', async () => {
  const first = await join(0)
  await areTogether([first])
  first.line.cut()
  const second = await join(2)
  await areTogether([second])

  first.line.mend()

  await areTogether([first, second])
  expect(first.heard).toContainEqual({ type: 'must-join-again', by: 'group-over' })
})

test('the server’s word alone that a group is over moves nobody', async () => {
  const [honest, other] = [await join(0), await join(2)]
  await areTogether([honest, other])

  honest.tell({ type: 'founded', room: PLENARY, number: 1000 })
  honest.room.reconsider()

  expect(countOf(honest.heard, 'must-join-again')).toBe(0)
})
