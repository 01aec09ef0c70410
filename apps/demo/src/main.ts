import { once } from 'node:events'
import { serverAt } from '@parley/client'
import { agree } from './agree.ts'
import { approveByItself } from './approveByItself.ts'
import { handDesk } from './handDesk.ts'

const url = `http://localhost:${process.env['PARLEY_PORT'] ?? '8080'}`
const createToken = process.env['PARLEY_CREATE_TOKEN'] ?? ''

const { desks, seats } = await agree(serverAt(url), { createToken, page: url })
using approving = new DisposableStack()
for (const desk of desks) approving.use(approveByItself(desk))

const [switzerland, kenya] = await Promise.all(desks.map(({ state }) => handDesk(state.record)))
const links = await Promise.all(
  seats.map(async ({ desk, seat, name, side }) => {
    const link = await desk.openSeatLink(seat, url)
    return `${name}, ${side}:  ${link}`
  }),
)
// At once, so that nothing which the server says meanwhile stands between.
process.stdout.write(`
A demonstration: Switzerland and Kenya have agreed on a call. It approves every device by
itself, and its links carry seals: do not use it for anything real.

${links.join('\n')}
Desk of Switzerland:  ${url}/#demo-desk=${switzerland}
Desk of Kenya:  ${url}/#demo-desk=${kenya}
`)

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort())
await once(ending.signal, 'abort')
for (const desk of desks)
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  await desk[Symbol.asyncDispose]()
