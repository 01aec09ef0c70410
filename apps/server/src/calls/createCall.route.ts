import type { IncomingMessage } from 'node:http'
import { CreateCall, parseAs, Refusal, type RefusalCode } from '@parley/protocol'
import { verifyDeskStatement } from '@parley/seal'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { answerRefusals, refuse } from '../answerRefusals.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import type { Log } from '../log.ts'
import { PerMinute } from '../perMinute.ts'
import type { Secret } from '../secret.ts'
import { createCall } from './calls.store.ts'

/** Bytes. Larger: strangers may send more. Smaller: an honest desk's statement does not fit. */
const limit = bodyLimit({ maxSize: 4096, onError: (c) => refuse(c, new Refusal('too-large')) })

/** Attempts of one network to create a call, in a minute. Larger: strangers fill the disk where creation is open. Smaller: an office behind one router waits. */
const ATTEMPTS_PER_MINUTE = 60

/** `POST /calls`: the create token lets a seal create a call. No socket message, since a socket names a call. */
export function createCallRoute({
  db,
  createToken,
  clock,
  log,
  networkOf,
  refused,
}: {
  db: Database
  createToken: Secret | 'open'
  clock: Clock
  log: Log
  networkOf: (request: IncomingMessage) => string
  refused: (code: RefusalCode) => void
}): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const attempts = new PerMinute(clock, ATTEMPTS_PER_MINUTE)
  app.post('/calls', limit, async (c) => {
    if (!attempts.allow(networkOf(c.env.incoming))) throw new Refusal('too-many')
    if (createToken !== 'open') authorize(c.req.header('authorization'), createToken)
    const { call, side, seal, statement } = parseAs(CreateCall, await c.req.text())
    const said = await verifyDeskStatement(statement, seal)
    if (said.say !== 'create' || said.call !== call || said.side !== side)
      throw new Refusal('bad-signature')

    const isNew = await createCall(db, { call, side, seal, at: clock.nowMs() })
    if (!isNew) throw new Refusal('call-exists')

    log.info('A call was created', { call, side })
    return c.json({ call }, 201)
  })
  app.onError(
    answerRefusals({
      log,
      refused(code) {
        log.info('A call was not created', { code })
        refused(code)
      },
    }),
  )
  return app
}

function authorize(header: string | undefined, createToken: Secret): void {
  if (!header) throw new Refusal('not-signed-in')
  if (!createToken.equals(header.replace(/^Bearer /, ''))) throw new Refusal('not-permitted')
}
