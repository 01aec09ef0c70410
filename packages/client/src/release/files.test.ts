import { randomBytes } from 'node:crypto'
import { manualClock, createCall, cuttableLine } from '@parley/testkit'
import type { Hash } from '@parley/protocol'
import { signSignIn } from '@parley/seal'
import { startServer, type RunningServer } from '@parley/server'
import { afterEach, expect, test, vi } from 'vitest'
import { withKey } from '../socket/signIn.ts'
import { SocketConnection } from '../socket/socketConnection.ts'
import { systemClock } from '../tools/systemClock.ts'
import { fetchFile, sendFile, sendOpenly } from './files.ts'

afterEach(() => void vi.unstubAllGlobals())

const file = new Blob([randomBytes(2_500_000)])

/** A desk at that server, by a line that can be cut. */
async function deskAt(server: RunningServer) {
  const { call, seal } = await createCall(server)
  const line = cuttableLine(server.url)
  const connection = await SocketConnection.open({
    dial: line.dial,
    signIn: withKey({
      call,
      key: seal.publicKey,
      sign: (nonce) =>
        signSignIn(seal.signingKey, { nonce, call, server: server.url, at: Date.now() }),
    }),
  })
  const at = { connection, server: { origin: server.url }, clock: systemClock }
  return { line, at, [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose]() }
}

test('a file that is put sealed is the same when it is fetched, and how far it is is told', async () => {
  await using server = await startServer()
  await using desk = await deskAt(server)
  const sent: number[] = []
  const got: number[] = []

  const sealed = await sendFile(file, { ...desk.at, onProgress: (there) => sent.push(there) })
  const fetched = await fetchFile(sealed, { ...desk.at, onProgress: (there) => got.push(there) })

  expect(sealed.bytes).toBe(file.size)
  expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(
    new Uint8Array(await file.arrayBuffer()),
  )
  expect(sent).toEqual(sent.toSorted((a, b) => a - b))
  expect([sent.length, got.length, got.at(-1)]).toEqual([4, 3, file.size])
})

test('after a lost line it goes on with what is missing, and puts no piece twice', async () => {
  await using server = await startServer()
  await using desk = await deskAt(server)
  const puts = watchPuts()
  desk.line.cutAfter('ask-file-bearer')
  const sending = sendFile(file, desk.at)
  await expect.poll(() => desk.line.dialled).toBeGreaterThan(1)

  desk.line.mend()
  const sealed = await sending

  expect(puts().toSorted()).toEqual([...sealed.pieces].toSorted())
  expect((await fetchFile(sealed, desk.at)).size).toBe(file.size)
})

test('where requests fail in between it goes on from there', async () => {
  await using server = await startServer()
  await using desk = await deskAt(server)
  const puts = watchPuts({ fails: (count) => count === 2 })

  const sealed = await sendFile(file, desk.at)

  const [first, second] = sealed.pieces
  expect(puts().slice(0, 3)).toEqual([first, second, second])
  expect((await fetchFile(sealed, desk.at)).size).toBe(file.size)
})

test('it ends when it is told to, and with the refusal that would only come again', async () => {
  await using server = await startServer()
  await using desk = await deskAt(server)
  const stop = new AbortController()
  const sending = sendFile(file, {
    ...desk.at,
    clock: manualClock(),
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('Enough')),
  })

  await expect(sending).rejects.toThrow('Enough')
  const sealed = await sendFile(file, desk.at)
  const unknown = { ...sealed, pieces: sealed.pieces.map(() => 'A'.repeat(43) as Hash) }
  await expect(fetchFile(unknown, desk.at)).rejects.toMatchObject({ code: 'file-unknown' })
  await expect(sendFile(new Blob([]), desk.at)).rejects.toMatchObject({ code: 'too-large' })
})

test('a piece that is not the one that was named is refused, whoever swapped it (R107)', async () => {
  await using server = await startServer()
  await using desk = await deskAt(server)
  const sealed = await sendFile(file, desk.at)
  const swapped = { ...sealed, pieces: [...sealed.pieces].toReversed() }
  const other = { ...sealed, hash: 'A'.repeat(43) as Hash }
  const shorter = { ...sealed, pieces: sealed.pieces.slice(0, -1) }

  for (const wrong of [swapped, other, shorter])
    await expect(fetchFile(wrong, desk.at)).rejects.toMatchObject({ code: 'malformed' })
})

test('a file for the public is put as it is', async () => {
  await using server = await startServer()
  await using desk = await deskAt(server)

  const name = await sendOpenly(file, desk.at)

  expect(await sendOpenly(file, desk.at)).toBe(name)
})

/** Counts what is put, in order; of those that fail nothing arrives. */
function watchPuts({ fails }: { fails?: (count: number) => boolean } = {}): () => string[] {
  const put: string[] = []
  const real = globalThis.fetch
  vi.stubGlobal('fetch', async (to: string, how?: RequestInit) => {
    if (how?.method !== 'PUT') return real(to, how)
    put.push(to.split('/').at(-1) ?? '')
    if (fails?.(put.length)) throw new TypeError('fetch failed')
    return real(to, how)
  })
  return () => put
}
