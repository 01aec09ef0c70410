import { once } from 'node:events'
import { serverAt } from '@parley/client'
import { agree } from './agree.ts'
import { approveByItself } from './approveByItself.ts'
import { handDesk } from './handDesk.ts'

const url = `http://localhost:${process.env['PARLEY_PORT'] ?? '8080'}`
const createToken = process.env['PARLEY_CREATE_TOKEN'] ?? ''

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const { desks, seats } = await agree(serverAt(url), { createToken, page: url })
using approving = new DisposableStack()
for (const desk of desks) approving.use(approveByItself(desk))

say('')
say('A demonstration: Switzerland and Kenya have agreed on a call. It approves every device by')
say('itself, and its links carry seals: do not use it for anything real.')
say('')
for (const { desk, seat, name, side } of seats)
  // oxlint-disable-next-line no-await-in-loop -- one line after the other
  say(`${name}, ${side}:  ${await desk.openSeatLink(seat, url)}`)
for (const [index, desk] of desks.entries())
  // oxlint-disable-next-line no-await-in-loop -- likewise
  say(
    `Desk of ${index === 0 ? 'Switzerland' : 'Kenya'}:  ${url}/#demo-desk=${await handDesk(desk.state.record)}`,
  )

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort())
await once(ending.signal, 'abort')
for (const desk of desks)
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  await desk[Symbol.asyncDispose]()
