import { Hash, LIMITS, Refusal, type RefusalCode } from '@parley/protocol'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { answerRefusals, refuse } from '../answerRefusals.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import type { Log } from '../log.ts'
import { bearingOf } from './bearers.store.ts'
import { pieceOf, putPiece } from './files.store.ts'

const limit = bodyLimit({
  maxSize: LIMITS.pieceBytes,
  onError: (c) => refuse(c, new Refusal('too-large')),
})

/** `PUT` and `GET /files/HASH`: a piece of a file of the call whose desk shows a bearer. */
export function piecesRoute({
  db,
  clock,
  log,
  refused,
}: {
  db: Database
  clock: Clock
  log: Log
  refused: (code: RefusalCode) => void
}): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const whose = (header: string | undefined) => bearingOf(db, { header, at: clock.nowMs() })

  app.put('/files/:hash', limit, async (c) => {
    const { call } = await whose(c.req.header('authorization'))
    const content = new Uint8Array(await c.req.arrayBuffer())
    await putPiece(db, { call, hash: hashIn(c.req.param('hash')), content })
    return c.body(null, 204)
  })

  app.get('/files/:hash', async (c) => {
    const { call } = await whose(c.req.header('authorization'))
    const piece = await pieceOf(db, { call, hash: hashIn(c.req.param('hash')) })
    return c.body(new Uint8Array(piece), 200, {
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
    })
  })

  app.onError(answerRefusals({ log, refused }))
  return app
}

function hashIn(path: string): Hash {
  const hash = v.safeParse(Hash, path)
  if (!hash.success) throw new Refusal('malformed')
  return hash.output
}
