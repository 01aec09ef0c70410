import type { Clock } from '@parley/call'
import {
  FileBearer,
  HTTP_STATUS,
  parseDone,
  Refusal,
  type Bytes,
  type Hash,
  type RefusalCode,
} from '@parley/protocol'
import * as v from 'valibot'
import { ConnectionLost, type Connection } from '../connection.ts'

/** What carries files to a server and back: a desk's socket, and the server that it is of. */
export type PieceLine = {
  readonly connection: Connection
  readonly server: { readonly origin: string }
  readonly clock: Clock
  readonly signal?: AbortSignal | undefined
}

const Refused = v.object({
  refused: v.picklist(Object.keys(HTTP_STATUS) as [RefusalCode, ...RefusalCode[]]),
})

/** What another attempt may not meet again. */
const PASSING: ReadonlySet<RefusalCode> = new Set([
  'not-signed-in',
  'too-many',
  'internal',
  'shutting-down',
])

/** Pause before another attempt, and how many may bring nothing one after another. Larger: people wait. Smaller: a server that restarts is given up. */
const AGAIN_MS = 1000
const ATTEMPTS = 90

/** What puts and gets pieces for some minutes. */
export async function askBearer({ connection, signal }: PieceLine): Promise<FileBearer> {
  const done = await connection.request({ type: 'ask-file-bearer' }, signal)
  return parseDone('ask-file-bearer', done).bearer
}

/** Rejects with a `Refusal`, or with `ConnectionLost` where no answer came. */
export async function putPiece(
  line: PieceLine,
  { bearer, hash, piece }: { bearer: FileBearer; hash: Hash; piece: Bytes },
): Promise<void> {
  await ask(line, { method: 'PUT', bearer, hash, body: piece })
}

/** As the server has it, whatever that is. Rejects as `putPiece` does. */
export async function getPiece(
  line: PieceLine,
  { bearer, hash }: { bearer: FileBearer; hash: Hash },
): Promise<Bytes> {
  const response = await ask(line, { method: 'GET', bearer, hash })
  try {
    return new Uint8Array(await response.arrayBuffer())
  } catch (cause) {
    throw lostUnlessAborted(line, cause)
  }
}

async function ask(
  line: PieceLine,
  asked: { method: string; bearer: FileBearer; hash: Hash; body?: Bytes },
): Promise<Response> {
  const { method, bearer, hash, body } = asked
  const response = await fetch(`${line.server.origin}/files/${hash}`, {
    method,
    headers: { authorization: `Bearer ${bearer}` },
    credentials: 'omit',
    cache: 'no-store',
    ...(body && { body }),
    ...(line.signal && { signal: line.signal }),
  }).catch((cause: unknown) => {
    throw lostUnlessAborted(line, cause)
  })
  if (response.ok) return response
  if (response.status === HTTP_STATUS['too-many']) throw new Refusal('too-many')
  const refused = v.safeParse(Refused, await response.json().catch(() => undefined))
  throw new Refusal(refused.success ? refused.output.refused : 'internal')
}

function lostUnlessAborted({ signal }: PieceLine, cause: unknown): unknown {
  return signal?.aborted ? signal.reason : new ConnectionLost('No answer came', { cause })
}

/**
 * Does the work again after a lost line, until it is done. `work` says on by `gotOn` that it came further. Rejects with
 * a `Refusal` that would only come again, with what ended the signal, or when it brings nothing any more.
 */
export async function persist<T>(
  line: PieceLine,
  work: (gotOn: () => void) => Promise<T>,
): Promise<T> {
  let left = ATTEMPTS
  const gotOn = () => void (left = ATTEMPTS)
  for (;;) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each attempt begins where the one before ended
      return await work(gotOn)
    } catch (error) {
      line.signal?.throwIfAborted()
      if (--left <= 0 || !mayPass(error)) throw error
      // oxlint-disable-next-line no-await-in-loop -- the line has to be there first
      await lineIsThere(line)
    }
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof Refusal ? PASSING.has(error.code) : error instanceof ConnectionLost
}

/** Resolves a moment later, once the socket is signed in. Rejects where that is refused for good. */
async function lineIsThere({ connection, clock, signal }: PieceLine): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  using stack = new DisposableStack()
  const abort = () => reject(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  stack.defer(() => signal?.removeEventListener('abort', abort))
  stack.use(
    clock.after(AGAIN_MS, () => {
      stack.use(
        connection.onLine((now) => {
          if (now.is === 'there') resolve()
          if (now.is === 'refused') reject(new ConnectionLost(`Refused: ${now.code}`))
        }),
      )
    }),
  )
  await promise
}
