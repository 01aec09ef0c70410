import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { newFolder, runMain } from './testing/mainProcess.ts'

/** Lets SQLite find its disk full: what it then says is its own. */
const FULL_AFTER_TWO_PAGES = `data:text/javascript,${encodeURIComponent(`
  import { DatabaseSync } from 'node:sqlite'
  const { exec } = DatabaseSync.prototype
  DatabaseSync.prototype.exec = function (sql) {
    exec.call(this, sql + '; pragma max_page_count = 2')
  }
`)}`
/** So that no media server is waited for. */
const MEDIA_ELSEWHERE = {
  LIVEKIT_URL: 'http://127.0.0.1:1',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'at least sixteen characters',
}

/** What a server says that cannot start: one line is for its operator, and none is of a stack. */
async function refusal(
  environment: Record<string, string>,
  flags: readonly string[] = [],
): Promise<string> {
  const media = 'PARLEY_LIVEKIT' in environment ? {} : MEDIA_ELSEWHERE
  const own = { PARLEY_DATA: await newFolder(), ...media }
  const child = runMain({ ...own, ...environment }, flags)
  const said = child.stderr ? text(child.stderr) : ''
  const [code] = (await once(child, 'exit')) as [number]
  const lines = (await said).trimEnd().split('\n')
  const sentences = lines.filter((line) => !line.startsWith('{'))
  expect([code, sentences.length]).toEqual([78, 1])
  return sentences[0] ?? ''
}

/** Listens, and says nothing to whoever comes. */
async function silentPort(): Promise<{ port: string } & AsyncDisposable> {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  return { port, [Symbol.asyncDispose]: async () => void server.close() }
}

test('a taken port is told in one sentence', async () => {
  await using taken = await silentPort()

  expect(await refusal({ PARLEY_PORT: taken.port })).toBe(
    `Port ${taken.port} is taken: end what listens there, or set PARLEY_PORT to another.`,
  )
})

test('a media server that ends at once is told in one sentence', async () => {
  const ports = { PARLEY_MEDIA_UDP_PORT: '0', PARLEY_MEDIA_TCP_PORT: '0' }
  const speaking = join(await newFolder(), 'speaking')
  await writeFile(speaking, '#!/bin/sh\necho first >&2\necho no memory is left >&2\nexit 1', {
    mode: 0o755,
  })

  expect([
    await refusal({ PARLEY_LIVEKIT: '/bin/false', ...ports }),
    await refusal({ PARLEY_LIVEKIT: speaking, ...ports }),
  ]).toEqual([
    'The media server ended as soon as it was started.',
    'The media server ended as soon as it was started. It said: no memory is left',
  ])
})

test('an address of another machine is told in one sentence', async () => {
  for (const host of ['192.0.2.1', 'no-such-machine.invalid'])
    expect(await refusal({ PARLEY_HOST: host })).toBe(
      `${host} is no address of this machine: set PARLEY_HOST to one that is.`,
    )
})

test('a data folder that cannot be written is told in one sentence', async () => {
  const file = join(await newFolder(), 'a file')
  await writeFile(file, '')

  expect(await refusal({ PARLEY_DATA: `${file}/data` })).toBe(
    `The data folder ${file}/data cannot be written: make it writable, or set PARLEY_DATA to another.`,
  )
})

test('a damaged database is told in one sentence', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'parley.sqlite'), 'damaged '.repeat(1000))

  expect(await refusal({ PARLEY_DATA: folder })).toContain(
    `The database ${folder}/parley.sqlite is damaged`,
  )
})

test('a database of a newer Parley is told in one sentence', async () => {
  const folder = await newFolder()
  await refusal({ PARLEY_DATA: folder, PARLEY_HOST: 'no-such-machine.invalid' })
  using database = new DatabaseSync(join(folder, 'parley.sqlite'))
  database.exec("insert into kysely_migration values ('999-of-a-newer-one', '2099-01-01')")

  expect(await refusal({ PARLEY_DATA: folder })).toBe(
    'The database is of a newer Parley: start that one, or put back a copy from before it.',
  )
})

test('a full disk is told in one sentence', async () => {
  expect(await refusal({}, ['--import', FULL_AFTER_TWO_PAGES])).toBe(
    'The disk is full: make room, then start again.',
  )
})

test('a PostgreSQL that does not answer is told in one sentence, without its password', async () => {
  await using silent = await silentPort()
  const url = `postgres://parley:canary@127.0.0.1:${silent.port}/parley`

  expect(await refusal({ DATABASE_URL: url })).toBe(
    'The PostgreSQL of DATABASE_URL does not answer: start it, or set DATABASE_URL to another.',
  )
})

test('what is wrong in the environment is told in one sentence', async () => {
  expect(await refusal({ PARLEY_NODE_IP: 'not an address' })).toBe(
    'Missing or malformed in the environment: PARLEY_NODE_IP',
  )
})
