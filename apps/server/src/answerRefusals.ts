import { HTTP_STATUS, Refusal, type RefusalCode } from '@parley/protocol'
import type { Context, ErrorHandler } from 'hono'
import type { Log } from './log.ts'

/** Answers a request that was refused with its code, counts it, and keeps the stack of a bug. */
export function answerRefusals({
  log,
  refused,
}: {
  log: Log
  refused: (code: RefusalCode) => void
}): ErrorHandler {
  return (error, c) => {
    if (!(error instanceof Refusal)) log.bug(error)
    const refusal = error instanceof Refusal ? error : new Refusal('internal')
    refused(refusal.code)
    return refuse(c, refusal)
  }
}

/** The code of a refusal as an answer. */
export function refuse(c: Context, { code }: Refusal): Response {
  return c.json({ refused: code }, HTTP_STATUS[code])
}
