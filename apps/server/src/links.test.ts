import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openCall, systemClock } from '@parley/client'
import { openEnvelope } from '@parley/group'
import { caucusOf, PLENARY, type CompactJws } from '@parley/protocol'
import {
  derivingKey,
  documentKeyOf,
  envelopeKeyOf,
  grantKeyOf,
  invitationKeyOf,
  makeDeviceKeys,
  openUnder,
  openWith,
  orNothing,
  payloadOf,
  readoutsKeyOf,
  Secret,
} from '@parley/seal'
import { DeskSecrets, FakeMedia, memoryKeyStore, planCall } from '@parley/testkit'
import { expect, test } from 'vitest'
import { createLog } from './log.ts'
import { startServer } from './startServer.ts'
import { newFolder } from './testing/mainProcess.ts'

const log = createLog({ write: () => undefined })
const within = { timeout: 30_000, interval: 50 }
const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }

test('with all links of a call and all that the server stores one reads the plan as it was proposed, and nothing else (C12)', async () => {
  const file = join(await newFolder(), 'parley.sqlite')
  const secrets = new DeskSecrets()
  await using parts = new AsyncDisposableStack()
  const server = parts.use(await startServer({ log, database: { is: 'sqlite', file } }))
  const stores = [secrets.keptIn(memoryKeyStore()), secrets.keptIn(memoryKeyStore())] as const
  const planned = parts.use(await planCall(server, { seatsEach: 1, clock: systemClock, stores }))
  for (const { seat } of planned.seats) {
    const open = await planned.sit(seat)
    const media = new FakeMedia()
    const { runner } = parts.use(await openCall(open, { media, clock: systemClock }))
    runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
    await expect.poll(() => runner.call.joining.phase, within).toBe('in-call')
  }

  const links = secrets.all().filter(({ of }) => of === 'linkSecrets')
  const { call, callSecret } = planned.desks[0].state.record
  const rooms = [PLENARY, ...planned.desks.map(({ state }) => caucusOf(state.record.side))]
  const stored = textsIn(file)
  const opened: { as: string; text: string }[] = []
  for (const { bytes } of links) {
    const link = await derivingKey(new Secret(bytes.slice()))
    const keys = { invitation: await invitationKeyOf(link), grant: await grantKeyOf(link) }
    const others = { document: await documentKeyOf(link), readout: await readoutsKeyOf(link) }
    for (const [as, key] of Object.entries({ ...keys, ...others }))
      for (const text of await openedBy(stored, (sealed) => openUnder(key, sealed)))
        opened.push({ as, text: new TextDecoder().decode(text) })
    for (const room of rooms) {
      const to = { key: await envelopeKeyOf(link, room), call, room }
      for (const { kind } of await openedBy(stored, (sealed) => openEnvelope(to, sealed)))
        opened.push({ as: room, text: kind })
    }
  }
  const { agreementPrivateKey } = await makeDeviceKeys()
  const truly = await derivingKey(new Secret(new Uint8Array(callSecret)))
  const to = { key: await envelopeKeyOf(truly, PLENARY), call, room: PLENARY }
  const grants = opened.filter(({ as }) => as === 'grant').map(({ text }) => text)
  const [invitation] = opened.filter(({ as }) => as === 'invitation')

  expect(links).toHaveLength(3)
  expect(await openedBy(stored, (sealed) => openEnvelope(to, sealed))).not.toEqual([])
  expect(opened.map(({ as }) => as).toSorted()).toEqual(['grant', 'grant', 'grant', 'invitation'])
  expect(JSON.stringify(payloadOf((invitation?.text ?? '') as CompactJws).toHex())).toContain(
    Buffer.from('"title":"Talks"').toString('hex'),
  )
  expect(await openedBy(grants, (sealed) => openWith(agreementPrivateKey, sealed))).toEqual([])
})

async function openedBy<T>(
  sealed: readonly string[],
  open: (one: string) => Promise<T | undefined>,
): Promise<T[]> {
  const all = await Promise.all(sealed.map((one) => orNothing(() => open(one))))
  return all.filter((one) => one !== undefined)
}

/** Every text in any column of any table. */
function textsIn(file: string): string[] {
  using database = new DatabaseSync(file, { readOnly: true })
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all()
  const rows = tables.flatMap(({ name }) =>
    database.prepare(`select * from "${String(name)}"`).all(),
  )
  return rows.flatMap((row) => Object.values(row)).filter((one) => typeof one === 'string')
}
