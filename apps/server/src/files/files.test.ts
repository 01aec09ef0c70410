import { createHash, randomBytes } from 'node:crypto'
import { Done, Hash, LIMITS, type Bytes } from '@parley/protocol'
import { manualClock } from '@parley/testkit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/open.ts'
import { createLog } from '../log.ts'
import { startServer, type RunningServer } from '../startServer.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { invitedDesk, newCall, newDevice, type DeskAt } from '../testing/people.ts'
import { dropUnfinished, offerFile } from './files.store.ts'

const log = createLog({ write: () => undefined })
const MINUTE = 60_000

/** A file in its pieces: one whole, and a last that is shorter. */
const pieces = [LIMITS.pieceBytes, 1000].map((length) => new Uint8Array(randomBytes(length)))
const file = { bytes: LIMITS.pieceBytes + 1000, pieces: pieces.map(hashOf) }
const offer = { type: 'offer-file', ...file } as const

function hashOf(bytes: Uint8Array): Hash {
  return v.parse(Hash, createHash('sha256').update(bytes).digest('base64url'))
}

async function bearerOf({ client }: Pick<DeskAt, 'client'>): Promise<string> {
  return v.parse(Done['ask-file-bearer'], await client.ask({ type: 'ask-file-bearer' })).bearer
}

type Asked = { bearer: string; hash?: string; body?: Bytes }

function put({ url }: RunningServer, { bearer, hash, body = new Uint8Array() }: Asked) {
  const headers = { authorization: `Bearer ${bearer}` }
  return fetch(`${url}/files/${hash ?? hashOf(body)}`, { method: 'PUT', headers, body })
}

function get({ url }: RunningServer, { bearer, hash }: Asked) {
  return fetch(`${url}/files/${hash}`, { headers: { authorization: `Bearer ${bearer}` } })
}

async function refusalOf(asked: Promise<Response>): Promise<unknown> {
  const response = await asked
  return response.ok ? undefined : [response.status, await response.json()]
}

async function offered({ client }: DeskAt) {
  return v.parse(Done['offer-file'], await client.ask(offer))
}

eachDatabase((newDatabase) => {
  test('what one desk puts in pieces the desks of the call get, and are told what is missing (R107)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const { missing } = await offered(desk)
    const bearer = await bearerOf(desk)

    await put(server, { bearer, body: pieces[1] as Bytes })
    const { missing: stillMissing } = await offered(desk)
    await put(server, { bearer, body: pieces[0] as Bytes })
    const { missing: atLast } = await offered(desk)
    const reading = await bearerOf(other)
    const got = await Promise.all(
      file.pieces.map(async (hash) => {
        const response = await get(server, { bearer: reading, hash })
        expect(response.headers.get('cache-control')).toBe('no-store')
        return new Uint8Array(await response.arrayBuffer())
      }),
    )

    expect([missing, stillMissing, atLast]).toEqual([file.pieces, [file.pieces[0]], []])
    expect(got).toEqual(pieces)
  })

  test('a desk of another call gets nothing, nor does a device, nor who shows nothing', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    await offered(desk)
    await put(server, { bearer: await bearerOf(desk), body: pieces[1] as Bytes })
    const [, hash = ''] = file.pieces
    const stranger = await newCall(server)
    const { client } = await newDevice(server, desk)

    const asked = get(server, { bearer: await bearerOf(stranger), hash })

    expect(await refusalOf(asked)).toEqual([404, { refused: 'file-unknown' }])
    for (const bearer of ['', 'A'.repeat(43), 'short'])
      expect(await refusalOf(get(server, { bearer, hash }))).toEqual([
        401,
        { refused: 'not-signed-in' },
      ])
    for (const asking of [offer, { type: 'ask-file-bearer' }] as const)
      expect(await client.refusal(asking)).toBe('not-permitted')
  })

  test('nothing is kept that was not offered, is of another length, or has another hash', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    await desk.client.ask({ ...offer, bytes: LIMITS.pieceBytes + 1001 })
    const bearer = await bearerOf(desk)
    const [body, last] = pieces as [Bytes, Bytes]

    expect(await refusalOf(put(server, { bearer, body: new Uint8Array(9) }))).toEqual([
      404,
      { refused: 'file-unknown' },
    ])
    expect(await refusalOf(put(server, { bearer, body: last }))).toEqual([
      400,
      { refused: 'malformed' },
    ])
    expect(await refusalOf(put(server, { bearer, body, hash: hashOf(last) }))).toEqual([
      400,
      { refused: 'malformed' },
    ])
    expect(
      await refusalOf(put(server, { bearer, body: new Uint8Array(LIMITS.pieceBytes + 1) })),
    ).toEqual([413, { refused: 'too-large' }])
    expect(await refusalOf(put(server, { bearer, body, hash: 'none' }))).toEqual([
      400,
      { refused: 'malformed' },
    ])
    expect(await desk.client.refusal({ ...offer, bytes: 1 })).toBe('malformed')
  })

  test('a bearer counts for minutes', async () => {
    const clock = manualClock(Date.now())
    await using server = await startServer({ log, database: await newDatabase(), clock })
    const desk = await newCall(server)
    await offered(desk)
    const bearer = await bearerOf(desk)
    clock.advance(LIMITS.fileBearerMs - 1)
    await put(server, { bearer, body: pieces[1] as Bytes })
    const asked = { bearer, hash: hashOf(pieces[1] as Bytes) }
    const before = await get(server, asked)

    clock.advance(1)

    expect(before.status).toBe(200)
    expect(await refusalOf(get(server, asked))).toEqual([401, { refused: 'not-signed-in' }])
  })

  test('what a side puts takes nothing from another’s share, and it has its own back when it lets go', async () => {
    const database = await newDatabase()
    await using db = await openDatabase(database)
    await using server = await startServer({ log, database })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const most = { file_bytes: LIMITS.fileBytesPerSide - file.bytes }
    await db.updateTable('side').set(most).where('side', '=', desk.side).execute()
    const second = { ...offer, pieces: [...file.pieces].toReversed() }
    const many = { files: LIMITS.filesPerSide }
    await db.updateTable('side').set(many).where('side', '=', other.side).execute()

    const { file: name } = await offered(desk)
    const same = await desk.client.refusal(offer)
    const full = await desk.client.refusal(second)
    const tooMany = await other.client.refusal(second)
    const notTheirs = await other.client.refusal({ type: 'remove-file', file: name })
    await desk.client.ask({ type: 'remove-file', file: name })
    const gone = await desk.client.refusal({ type: 'remove-file', file: name })

    expect([same, full, tooMany, notTheirs, gone]).toEqual([
      undefined,
      'full',
      'full',
      'file-unknown',
      'file-unknown',
    ])
    expect(await desk.client.refusal(second)).toBe(undefined)
  })

  test('files go with their call, and after a day where they were never whole', async () => {
    await using db = await openDatabase(await newDatabase())
    await using server = await startServer({ log, database: await newDatabase() })
    const { call, side, seal } = await newCall(server)
    await db.insertInto('call').values({ id: call, last_document: 0, created_at: 0 }).execute()
    const share = { call, side, seal: seal.key, documents: 0, characters: 0 }
    await db.insertInto('side').values(share).execute()
    await offerFile(db, { call, side, ...file, at: 0 })
    await offerFile(db, { call, side, bytes: 5, pieces: file.pieces.slice(1), at: 5 * MINUTE })
    const left = () => db.selectFrom('file_piece').select('hash').execute()

    await dropUnfinished(db, { before: MINUTE })
    const afterDropping = await left()
    await db.deleteFrom('side').where('call', '=', call).execute()
    await db.deleteFrom('call').where('id', '=', call).execute()

    expect(afterDropping).toEqual([{ hash: file.pieces[1] }])
    expect(await left()).toEqual([])
  })

  test('neither a bearer nor the name of a piece is in the log', async () => {
    const lines: string[] = []
    const read = createLog({ write: (line) => void lines.push(line) })
    await using server = await startServer({ log: read, database: await newDatabase() })
    const desk = await newCall(server)
    await offered(desk)
    const bearer = await bearerOf(desk)

    await put(server, { bearer, body: pieces[0] as Bytes })
    await put(server, { bearer, body: new Uint8Array(3) })

    expect(lines.join('')).toContain('A desk signed in')
    for (const secret of [bearer, ...file.pieces]) expect(lines.join('')).not.toContain(secret)
  })

  test('a client that another origin serves may put and get', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { headers, status } = await fetch(`${server.url}/files/${file.pieces[0]}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://side.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization',
      },
    })

    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-methods')).toContain('PUT')
    expect(headers.get('access-control-allow-headers')).toContain('authorization')
  })
})
