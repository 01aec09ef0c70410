import { CallId, caucusOf, Done, LIMITS, PLENARY, SideId } from '@parley/protocol'
import { manualClock } from '@parley/testkit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { createCall } from '../calls/calls.store.ts'
import { openDatabase } from '../database/open.ts'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { Client } from '../testing/client.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { newSigner, randomId } from '../testing/keys.ts'
import { invitedDesk, newCall, newDevice, type DeviceAt } from '../testing/people.ts'
import { append, entriesAfter, found, pruneLogs } from './rooms.store.ts'

const log = createLog({ write: () => undefined })
const founding = { type: 'found', room: PLENARY, envelope: 'founding' } as const
const word = (envelope: string) =>
  ({ type: 'append', room: PLENARY, envelope, commit: false }) as const
const kept = (envelope: string) => ({ ...word(envelope), keep: true }) as const
const commit = (envelope: string) => ({ ...word(envelope), commit: true }) as const
const follow = (after: number) => ({ type: 'follow-room', room: PLENARY, after }) as const

function logOf({ client }: { client: Client }): [number, string][] {
  return client.heard.flatMap((m) => (m.type === 'logged' ? [[m.number, m.envelope]] : []))
}

function readCommits({ client }: DeviceAt, count: number, before?: number) {
  const from = before === undefined ? {} : { before }
  return client
    .ask({ type: 'read-commits', room: PLENARY, count, ...from })
    .then((done) => v.parse(Done['read-commits'], done))
}

eachDatabase((newDatabase) => {
  test('everyone hears one log in one order, the author included', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const one = await newDevice(server, desk)
    const two = await newDevice(server, await invitedDesk(server, desk))

    await one.client.ask(founding)
    await one.client.ask(follow(0))
    await two.client.ask(follow(0))
    await Promise.all([
      ...['a', 'b', 'c'].map((text) => one.client.ask(word(text))),
      ...['d', 'e', 'f'].map((text) => two.client.ask(word(text))),
    ])

    for (const { client } of [one, two]) await client.hear('logged', ({ number }) => number === 7)
    expect(logOf(one)).toEqual(logOf(two))
    expect(logOf(one).map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('what is kept is heard like a word, read by whoever comes later, and makes nobody a poster (R84)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const [one, two] = [await newDevice(server, desk), await newDevice(server, desk)]
    await one.client.ask(founding)
    await one.client.ask(follow(0))
    await desk.client.ask(kept('of-a-desk'))
    await one.client.ask(word('word'))
    await one.client.ask(kept('of-a-device'))
    await one.client.ask({ type: 'leave-room', room: PLENARY })
    await two.client.ask(founding)

    const read = (after: number) =>
      two.client
        .ask({ type: 'read-kept', room: PLENARY, after })
        .then((done) => v.parse(Done['read-kept'], done).entries)

    expect(logOf(one).map(([, envelope]) => envelope)).toContain('of-a-desk')
    expect(await read(0)).toEqual([
      { number: 2, envelope: 'of-a-desk' },
      { number: 4, envelope: 'of-a-device' },
    ])
    expect(await read(4)).toEqual([])
  })

  test('what a device has kept is limited in number and size, and is no commit (R84)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const device = await newDevice(server, await newCall(server))
    const refusal = (request: Parameters<Client['refusal']>[0]) => device.client.refusal(request)
    expect(await refusal(kept('early'))).toBe('no-group')
    await device.client.ask(founding)

    expect(await refusal({ ...kept('both'), commit: true })).toBe('malformed')
    expect(await refusal(kept('w'.repeat(LIMITS.keptCharacters + 1)))).toBe('too-large')
    // The first was counted, too.
    for (let i = 1; i < LIMITS.keptPerMinute; i++) await device.client.ask(kept(`k${i}`))
    expect(await refusal(kept('more'))).toBe('too-many')
  })

  test('a long log comes whole to whoever follows it late', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const device = await newDevice(server, await newCall(server))
    await device.client.ask(founding)
    for (let i = 0; i < 150; i++) await device.client.ask(word(`w${i}`))

    const { last } = v.parse(Done['follow-room'], await device.client.ask(follow(1)))

    expect(last).toBe(151)
    expect(logOf(device)).toEqual(Array.from({ length: 150 }, (_, i) => [i + 2, `w${i}`]))
  })

  test('nobody founds while somebody who posted is connected, and then anybody does (R18)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const [one, two] = [await newDevice(server, desk), await newDevice(server, desk)]
    await one.client.ask(founding)
    await two.client.ask(follow(0))

    const during = await two.client.refusal(founding)
    await one.client.ask({ type: 'leave-room', room: PLENARY })
    const { number } = v.parse(Done.found, await two.client.ask(founding))

    expect([during, number]).toEqual(['group-alive', 2])
    await expect(readCommits(two, 32)).resolves.toEqual({
      entries: [{ number: 2, envelope: 'founding' }],
      last: 2,
    })
  })

  test('of many who found at once one does, and the others are told of its group', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const devices = await Promise.all([1, 2, 3, 4].map(() => newDevice(server, desk)))

    const codes = await Promise.all(devices.map(({ client }) => client.refusal(founding)))

    expect(codes.filter((code) => code === 'group-alive')).toHaveLength(3)
    expect(codes).toContain(undefined)
  })

  test('a closed socket is no poster any more, and followers hear of the new group', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const [one, two, third] = await Promise.all([1, 2, 3].map(() => newDevice(server, desk)))
    if (!one || !two || !third) throw new Error('Three were made')
    await one.client.ask(founding)
    await third.client.ask(follow(1))
    await one.client[Symbol.asyncDispose]()

    await expect.poll(() => two.client.refusal(founding)).toBe(undefined)

    const { number } = await third.client.hear('founded')
    await third.client.hear('logged', (entry) => entry.number === number)
    expect(two.client.heard.some(({ type }) => type === 'founded')).toBe(false)
  })

  test('a server that starts again gives up no group whose members are on their way back', async () => {
    const database = await newDatabase()
    const before = await startServer({ log, database })
    const desk = await newCall(before)
    const [one, two] = [await newDevice(before, desk), await newDevice(before, desk)]
    await one.client.ask(founding)
    await before[Symbol.asyncDispose]()

    await using after = await startServer({ log, database })
    const client = await Client.signIn(after.url, { call: desk.call, signer: two.device })

    expect(await client.refusal(founding)).toBe('group-alive')
    expect(await client.ask({ type: 'read-commits', room: PLENARY, count: 1 })).toMatchObject({
      last: 1,
    })
  })

  test('a joiner is served the newest commits, words left out', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const device = await newDevice(server, await newCall(server))
    const before = await device.client.refusal({ type: 'read-commits', room: PLENARY, count: 3 })
    await device.client.ask(founding)
    for (const text of ['c1', 'c2', 'c3']) {
      await device.client.ask(commit(text))
      await device.client.ask(word(`after ${text}`.replace(' ', '-')))
    }

    const { entries, last } = await readCommits(device, 2)

    expect(before).toBe('no-group')
    expect(entries.map(({ envelope }) => envelope)).toEqual(['c2', 'c3'])
    expect(last).toBe(7)
  })

  test('a joiner reads back to the founding, whatever large commits lie between', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const device = await newDevice(server, await newCall(server))
    await device.client.ask(founding)
    for (const text of ['a', 'b', 'c']) await device.client.ask(commit(text.repeat(500_000)))

    const read: string[][] = []
    for (let before: number | undefined; before !== 0;) {
      const { entries } = await readCommits(device, 32, before)
      read.push(entries.map(({ envelope }) => envelope.slice(0, 8)))
      before = entries[0]?.number ?? 0
    }

    expect(read.at(-1)).toEqual([])
    expect(read.length).toBeGreaterThan(2)
    expect(read.toReversed().flat()).toEqual(['founding', 'aaaaaaaa', 'bbbbbbbb', 'cccccccc'])
  })

  test('there is nothing to append to before a founding', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const device = await newDevice(server, await newCall(server))

    expect(await device.client.refusal(word('early'))).toBe('no-group')
  })

  test('the caucus of another side is closed', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const device = await newDevice(server, desk)

    const room = caucusOf(other.side)
    const code = await device.client.refusal({ type: 'found', room, envelope: 'founding' })

    expect(code).toBe('not-permitted')
  })

  test('a device that commits too often is told so', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const device = await newDevice(server, await newCall(server))
    await device.client.ask(founding)
    for (let i = 1; i < LIMITS.commitsPerMinute; i++) await device.client.ask(commit(`c${i}`))

    expect(await device.client.refusal(commit('one-more'))).toBe('too-many')
    expect(await device.client.refusal(word('a-word'))).toBe(undefined)
  })

  test('a device whose commits are too large together is told so, until a minute has passed', async () => {
    const clock = manualClock(Date.now())
    await using server = await startServer({ log, database: await newDatabase(), clock })
    const device = await newDevice(server, await newCall(server))
    await device.client.ask(founding)
    const large = 'x'.repeat(LIMITS.commitCharactersPerMinute / 3)

    const codes: (string | undefined)[] = []
    for (let i = 0; i < 3; i++) {
      codes.push(await device.client.refusal(commit(large)))
      clock.advance(2000)
    }
    clock.advance(60_000)
    const back = await Client.signIn(server.url, { call: device.call, signer: device.device })
    codes.push(await back.refusal(commit(large)))

    expect(codes).toEqual([undefined, undefined, 'too-many', undefined])
  })

  test('a device that filled its share of a log is told so, and stands in nobody’s way', async () => {
    const database = await newDatabase()
    await using db = await openDatabase(database)
    await using server = await startServer({ log, database })
    const desk = await newCall(server)
    const [one, two] = [await newDevice(server, desk), await newDevice(server, desk)]
    const other = await newDevice(server, await invitedDesk(server, desk))
    await one.client.ask(founding)
    const most = { characters: LIMITS.roomCharactersPerDevice - 10 }
    await db.updateTable('room_share').set(most).where('author', '=', one.device.key).execute()

    const small = await one.client.refusal(word('0123456789'))
    const more = await one.client.refusal(word('x'))
    const another = await two.client.refusal(word('x'.repeat(100)))
    const all = { characters: LIMITS.roomCharactersPerSide }
    await db.updateTable('room_share').set(all).where('author', '=', one.device.key).execute()
    const sameSide = await two.client.refusal(word('x'))
    const otherSide = await other.client.refusal(word('x'))

    expect([small, more, another]).toEqual([undefined, 'full', undefined])
    expect([sameSide, otherSide]).toEqual(['full', undefined])
  })

  test('words are forgotten after an hour, and so is a group that is over; its present commits stay', async () => {
    const clock = manualClock(Date.now())
    await using db = await openDatabase(await newDatabase())
    const { call, room } = { call: randomId(CallId, 16), room: PLENARY }
    const [side, { key }] = [randomId(SideId, 8), await newSigner()]
    await createCall(db, { call, side, seal: key, at: clock.nowMs() })
    const author = { side, author: key }
    const poster = { call, room, socket: 'a socket', instance: 'a server' }
    const foundAnew = () =>
      found(db, { poster, author, envelope: 'f', at: clock.nowMs(), seenAfter: 0 })
    const say = (kind: 'commit' | 'word') =>
      append(db, { poster, author, kind, envelope: kind, at: clock.nowMs() })
    await foundAnew()
    await say('commit')
    await foundAnew()
    await say('word')
    await say('commit')
    clock.advance(1000)
    await say('word')

    await pruneLogs(db, { before: clock.nowMs() })

    const left = await entriesAfter(db, { call, room, after: 0 })
    expect(left.map(({ number, kind }) => [number, kind])).toEqual([
      [3, 'founding'],
      [5, 'commit'],
      [6, 'word'],
    ])
    const share = await db.selectFrom('room_share').selectAll().executeTakeFirstOrThrow()
    expect(share).toEqual({ call, room, ...author, characters: 'fcommitword'.length })
  })
})
