import { PLENARY } from '@parley/protocol'
import { startServer } from '@parley/server'
import { manualClock, planCall, type ManualClock } from '@parley/testkit'
import { derivingKey, envelopeKeyOf, Secret, type SignedEntry } from '@parley/seal'
import { missingFrom } from '@parley/release'
import { expect, test, vi } from 'vitest'
import type { Connection } from '../connection.ts'
import type { Desk } from '../desk/desk.ts'
import { EntryChain } from './entryChain.ts'
import { EntryExchange } from './entryExchange.ts'
import { followEntries, EntryLog } from './entryLog.ts'

const within = { timeout: 10_000, interval: 20 }

/** A line over which the server shows none of those envelopes. */
function withholding(connection: Connection, withheld: ReadonlySet<string>): Connection {
  return {
    get standing() {
      return connection.standing
    },
    async request(message, signal) {
      const done = await connection.request(message, signal)
      if (message.type !== 'read-kept') return done
      const entries = done['entries'] as { envelope: string }[]
      return { entries: entries.filter(({ envelope }) => !withheld.has(envelope)) }
    },
    subscribe: (hear) =>
      connection.subscribe((message) => {
        if (message.type !== 'logged' || !withheld.has(message.envelope)) hear(message)
      }),
    onLine: (hear) => connection.onLine(hear),
  }
}

async function writerAt(
  parts: AsyncDisposableStack,
  desk: Desk,
  { clock, connection }: { clock: ManualClock; connection: Connection },
) {
  const { call, callSecret, seal } = desk.state.record
  const secret = await derivingKey(new Secret(new Uint8Array(callSecret)))
  const envelope = { key: await envelopeKeyOf(secret, PLENARY), call, room: PLENARY }
  const news = followEntries(connection, envelope)
  const log = parts.use(new EntryLog({ connection, envelope, news }))
  const from = { connection, clock, envelope, log, counts: () => true }
  const chain = parts.use(new EntryChain(from, { by: seal.publicKey, key: seal.signingKey }))
  const exchange = parts.use(new EntryExchange({ ...from, chain }))
  await log.caughtUp
  return { log, chain, exchange }
}

test('an entry that the server withholds from one desk comes to it from the other (R86)', async () => {
  const clock = manualClock(Date.now())
  await using parts = new AsyncDisposableStack()
  const running = parts.use(await startServer())
  const planned = parts.use(await planCall(running, { seatsEach: 1, clock }))
  const [first, second] = planned.desks
  await first.connection.request({ type: 'found', room: PLENARY, envelope: 'founding' })
  const withheld = new Set<string>()
  const telling: Connection = {
    standing: first.connection.standing,
    request(message, signal) {
      if (message.type === 'append' && withheld.size === 0) withheld.add(message.envelope)
      return first.connection.request(message, signal)
    },
    subscribe: (hear) => first.connection.subscribe(hear),
    onLine: (hear) => first.connection.onLine(hear),
  }
  const one = await writerAt(parts, first, { clock, connection: telling })
  const bent = withholding(second.connection, withheld)
  const two = await writerAt(parts, second, { clock, connection: bent })
  const at = clock.nowMs()

  one.chain.note({ is: 'recording', at, isOn: true })
  await one.chain.flush()
  await vi.waitFor(() => expect(one.log.entries.size).toBe(1), within)
  one.chain.note({ is: 'recording', at, isOn: false })
  await one.chain.flush()
  await vi.waitFor(() => expect(two.log.entries.size).toBe(1), within)
  const known = (): readonly SignedEntry[] => [...two.log.entries.values()]
  two.exchange.lack(missingFrom(known()))
  clock.advance(10_000)
  await two.chain.flush()

  await vi.waitFor(() => expect(two.log.entries.size).toBe(3), within)
  expect(missingFrom(known())).toEqual([])
  expect(new Set(two.log.entries.keys())).toEqual(new Set(one.log.entries.keys()))
})
