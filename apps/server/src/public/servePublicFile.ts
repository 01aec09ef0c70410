import { LIMITS, type CallId } from '@parley/protocol'
import type { Context } from 'hono'
import type { Connection } from '../database/schema.ts'
import { pieceAt } from '../files/files.store.ts'
import type { PublicFile } from './publicRows.store.ts'

/** The bytes from there to there, both included. */
type Range = { readonly from: number; readonly to: number }

/** Answers with a file, or with the part of it that is asked for (RFC 9110, section 14). */
export function servePublicFile(
  c: Context,
  { db, call, file }: { db: Connection; call: CallId; file: PublicFile },
): Response {
  const tag = `"${file.file}"`
  const headers = {
    'content-type': file.type,
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
    etag: tag,
  }
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
  const asked = c.req.header('if-range') ?? tag
  const range = asked === tag ? rangeIn(c.req.header('range'), file.bytes) : undefined
  if (range === 'none')
    return c.body(null, 416, { ...headers, 'content-range': `bytes */${file.bytes}` })
  const { from, to } = range ?? { from: 0, to: file.bytes - 1 }
  const isHead = c.req.method === 'HEAD'
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  c.header('content-length', String(to - from + 1))
  if (range) c.header('content-range', `bytes ${from}-${to}/${file.bytes}`)
  const status = range ? 206 : 200
  return isHead ? c.body(null, status) : c.body(streamOf(db, { call, file, from, to }), status)
}

/** One range is answered; of several, or one that is malformed, the whole; of one beyond the end, none. */
function rangeIn(header: string | undefined, bytes: number): Range | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '') {
    const length = Number(last)
    return length === 0 ? 'none' : { from: Math.max(0, bytes - length), to: bytes - 1 }
  }
  const from = Number(first)
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (last !== '' && Number(last) < from) return undefined
  return from >= bytes ? 'none' : { from, to }
}

/** Reads a piece when what came before it has left. */
function streamOf(
  db: Connection,
  { call, file, from, to }: { call: CallId; file: PublicFile } & Range,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = from
  return new ReadableStream({
    async pull(controller) {
      const place = Math.floor(at / LIMITS.pieceBytes)
      const start = place * LIMITS.pieceBytes
      const piece = await pieceAt(db, { call, file: file.file, place })
      controller.enqueue(new Uint8Array(piece.subarray(at - start, to - start + 1)))
      at = start + piece.length
      if (at > to) controller.close()
    },
  })
}
