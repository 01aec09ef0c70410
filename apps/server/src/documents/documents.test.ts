import { Done, LIMITS, type DocumentKind } from '@parley/protocol'
import { passKind } from '@parley/seal'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/open.ts'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import type { Client } from '../testing/client.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { invitedDesk, newCall, newDevice, sealed } from '../testing/people.ts'
import { storeDocument } from './documents.store.ts'

const log = createLog({ write: () => undefined })
const store = (kind: string, version: number, text: string) =>
  ({
    type: 'store-document',
    kind: kind as DocumentKind,
    version,
    sealed: sealed(text),
  }) as const
const follow = (after: number) => ({ type: 'follow-documents', after }) as const

const remarks = (of: string, version: number) => store(`readout-remarks/${of}`, version, 'x')
const kindAndVersion = ({ kind, version }: { kind: string; version: number }) => [
  kind.split('/')[0],
  version,
]

function documentsOf({ heard }: Client) {
  return heard.flatMap((m) => (m.type === 'document' ? [m] : []))
}

eachDatabase((newDatabase) => {
  test('what either desk stores reaches everyone in the call, in one order', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const { client, seat } = await newDevice(server, desk)
    await desk.client.ask(store('plan', 1, 'ours'))

    const { last } = v.parse(Done['follow-documents'], await client.ask(follow(0)))
    await other.client.ask(store('plan', 1, 'theirs'))
    await client.hear('document', ({ side }) => side === other.side)

    expect(last).toBe(2)
    expect(documentsOf(client).map(({ number, kind, side }) => [number, kind, side])).toEqual([
      [1, passKind(seat), desk.side],
      [2, 'plan', desk.side],
      [3, 'plan', other.side],
    ])
  })

  test('the same bytes again are the same document, other bytes are refused (R10)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { client } = await newCall(server)

    const first = await client.ask(store('plan', 1, 'a'))
    const same = await client.ask(store('plan', 1, 'a'))
    const other = await client.refusal(store('plan', 1, 'b'))

    expect(same).toEqual(first)
    expect(other).toBe('document-exists')
  })

  test('of a desk’s word only the newest is kept, and an older one does not come back', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { client, side } = await newCall(server)
    for (const version of [1, 2, 5]) await client.ask(store(`desk/${side}`, version, `${version}`))

    const late = await client.refusal(store(`desk/${side}`, 4, 'late'))
    await client.ask(follow(0))

    expect(late).toBe('document-exists')
    expect(documentsOf(client).map(({ version }) => version)).toEqual([5])
  })

  test('of a side’s draft only the newest is kept, and the other side is sent nothing of it (R101)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const { client, side } = desk
    for (const version of [1, 2]) await client.ask(store(`readout-draft/${side}`, version, 'ours'))
    await client.ask(store(`readout-version/${side}`, 1, 'kept'))
    await client.ask(store(`readout/${side}`, 1, 'signed'))
    await other.client.ask(store('plan', 1, 'theirs'))

    await client.ask(follow(0))
    await other.client.ask(follow(0))

    expect(documentsOf(client).map(kindAndVersion)).toEqual([
      ['readout-draft', 2],
      ['readout-version', 1],
      ['readout', 1],
      ['plan', 1],
    ])
    expect(documentsOf(other.client).map(kindAndVersion)).toEqual([['plan', 1]])
  })

  test('a seat stores what it remarks on its side’s draft, and nothing for another seat (R102)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { client, seat } = await newDevice(server, desk)
    const press = await newDevice(server, desk, { listen: true })

    await client.ask(remarks(seat, 1))
    await client.ask(remarks(seat, 2))

    expect(await client.refusal(remarks(press.seat, 1))).toBe('not-permitted')
    expect(await press.client.refusal(remarks(press.seat, 1))).toBe('not-permitted')
    expect(await desk.client.refusal(remarks(seat, 3))).toBe('not-permitted')
    await desk.client.ask(follow(0))
    const found = documentsOf(desk.client).filter(({ kind }) => kind.startsWith('readout'))
    expect(found.map(({ version }) => version)).toEqual([2])
  })

  test('of all else only desks store', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { client } = await newDevice(server, await newCall(server))

    expect(await client.refusal(store('plan', 1, 'a'))).toBe('not-permitted')
  })

  test('a document that is too large is refused', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { client } = await newCall(server)

    const code = await client.refusal(store('plan', 1, 'x'.repeat(LIMITS.documentBytes)))

    expect(code).toBe('too-large')
  })

  test('a newcomer gets all documents, however many and large they are', async () => {
    const database = await newDatabase()
    await using db = await openDatabase(database)
    await using server = await startServer({ log, database })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const { call, client } = desk
    const { kind, sealed: large } = store('plan', 1, 'x'.repeat(250_000))
    for (let version = 1; version <= 70; version++)
      for (const { side } of [desk, other])
        await storeDocument(db, { call, kind, version, side, sealed: large })

    await client.ask(follow(0))

    expect(documentsOf(client).map(({ number }) => number)).toEqual(
      Array.from({ length: 140 }, (_, i) => i + 1),
    )
  })

  test('what a side has stored takes nothing from the share of another, nor do the same bytes again', async () => {
    const database = await newDatabase()
    await using db = await openDatabase(database)
    await using server = await startServer({ log, database })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const half = { documents: 0, characters: LIMITS.documentCharactersPerSide - 1000 }
    await db.updateTable('side').set(half).where('side', '=', desk.side).execute()
    const most = { documents: LIMITS.documentsPerSide - 1, characters: 0 }
    await db.updateTable('side').set(most).where('side', '=', other.side).execute()

    const codes: (string | undefined)[] = []
    for (const { client } of [desk, other]) {
      codes.push(await client.refusal(store('plan', 1, 'a')))
      codes.push(await client.refusal(store('plan', 1, 'a')))
      codes.push(await client.refusal(store('plan', 2, 'b'.repeat(1000))))
    }
    codes.push(await desk.client.refusal(store('plan', 2, 'c')))

    expect(codes).toEqual([undefined, undefined, 'full', undefined, undefined, 'full', undefined])
  })

  test('a desk’s word takes no more of its share than the newest', async () => {
    const database = await newDatabase()
    await using db = await openDatabase(database)
    await using server = await startServer({ log, database })
    const { client, side } = await newCall(server)

    for (const version of [1, 2, 3]) await client.ask(store(`desk/${side}`, version, 'word'))

    const share = await db.selectFrom('side').selectAll().executeTakeFirstOrThrow()
    expect(share).toMatchObject({ documents: 1, characters: sealed('word').length })
  })

  test('a call’s documents are not those of another call', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const [one, two] = [await newCall(server), await newCall(server)]
    await one.client.ask(store('plan', 1, 'a'))

    await expect(two.client.ask(follow(0))).resolves.toEqual({ last: 0 })
    expect(documentsOf(two.client)).toEqual([])
  })
})
