import { once } from 'node:events'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openCall, systemClock, type DeskRecord } from '@parley/client'
import { DeskSecrets, FakeMedia, memoryKeyStore, planCall } from '@parley/testkit'
import { expect, test } from 'vitest'
import type { DatabaseAt } from './database/open.ts'
import { eachDatabase } from './testing/eachDatabase.ts'
import { firstLine, newFolder, runMain, settingFor } from './testing/mainProcess.ts'
import { canReadMemory, memoryOf } from './testing/processMemory.ts'

/** All words of a plan, a delegation and a message begin with it. */
const CANARY = 'CanaryQuetzal'
const TEXT = `${CANARY} WeAcceptArticleFour`
const words = {
  title: `${CANARY} TreatyOnTheUpperTana`,
  sides: [`${CANARY} Switzerland`, `${CANARY} Kenya`],
  item: `${CANARY} CompensationForLosses`,
  ifLineDrops: `${CANARY} CallTheChancery`,
  people: `${CANARY} LiviaSpescha`,
  office: `${CANARY} FederalCouncillor`,
} as const
const within = { timeout: 30_000, interval: 50 }
const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }

eachDatabase((newDatabase) => {
  test('after a whole call neither logs, database nor memory of the server hold a name, a word, K or an L (R1)', async () => {
    const folder = await newFolder()
    const flags = ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${folder}`]
    const database = await newDatabase()
    const server = runMain({ PARLEY_DATA: folder, ...settingFor(database) }, flags)
    const logs: string[] = []
    server.stderr?.on('data', (data) => logs.push(String(data)))
    const [, url = '', createToken = ''] =
      /at (\S+)\/#create=(\S+)/.exec(await firstLine(server)) ?? []
    await using parts = new AsyncDisposableStack()

    const secrets = new DeskSecrets()
    const stores = [secrets.keptIn(memoryKeyStore()), secrets.keptIn(memoryKeyStore())] as const
    const planned = parts.use(
      await planCall({ url, createToken }, { seatsEach: 1, clock: systemClock, words, stores }),
    )
    const runners = []
    for (const { seat } of planned.seats) {
      const open = await planned.sit(seat)
      const media = new FakeMedia()
      const { runner } = parts.use(await openCall(open, { media, clock: systemClock }))
      runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
      await expect.poll(() => runner.call.joining.phase, within).toBe('in-call')
      runners.push(runner)
    }
    const [one, two] = runners
    if (!one || !two) throw new Error('There are two')
    await expect.poll(() => [one.call.members.size, two.call.members.size], within).toEqual([2, 2])
    const { seat } = one.call.you
    one.send({ type: 'message-written', id: 'a', from: seat, text: TEXT, atMs: Date.now() })
    await expect.poll(() => two.call.messages[0]?.text, within).toBe(TEXT)

    const [{ call, server: origin }] = planned.desks.map(({ state }) => state.record) as [
      DeskRecord,
    ]
    const known = [call, origin].map((text) => Buffer.from(text))
    const sought = [...spellingsOf(secrets), Buffer.from(CANARY), Buffer.from(CANARY, 'utf16le')]
    const inMemory = foundIn(memoryOf(server.pid ?? 0), [...known, ...sought])
    server.kill('SIGUSR2')
    const snapshot = () => globSync(join(folder, '*.heapsnapshot'))[0]
    await expect.poll(snapshot, within).toBeDefined()
    await fetch(`${url}/healthz`)
    const places = {
      memory: inMemory,
      heap: foundIn([await readFile(snapshot() ?? '')], [...known, ...sought]),
      database: foundIn(await contents(filesOf(database, folder)), [...known, ...sought]),
      logs: foundIn([Buffer.from(logs.join(''))], sought),
    }
    await parts.disposeAsync()
    server.kill('SIGTERM')
    await once(server, 'exit')

    expect(secrets.counts()).toEqual({ callSecrets: 1, sideSecrets: 2, linkSecrets: 3 })
    expect(logs.join('')).toContain(call.slice(0, 4))
    const readable = canReadMemory ? known : []
    expect(places).toEqual({ memory: readable, heap: known, database: known.slice(0, 1), logs: [] })
  })
})

/** The ways in which the bytes of secrets may lie in memory or in a file. */
function spellingsOf(secrets: DeskSecrets): Buffer[] {
  return secrets.all().flatMap(({ bytes: secret }) => {
    const bytes = Buffer.from(secret)
    const hex = bytes.toString('hex')
    const texts = [hex, bytes.toString('base64url'), bytes.toString('base64').replace('=', '')]
    return [bytes, ...texts.map((text) => Buffer.from(text))]
  })
}

function foundIn(pieces: Iterable<Buffer>, sought: readonly Buffer[]): Buffer[] {
  const found = new Set<Buffer>()
  for (const piece of pieces)
    for (const one of sought) if (!found.has(one) && piece.includes(one)) found.add(one)
  return sought.filter((one) => found.has(one))
}

/** Where a database lies, with its log of what is not in place yet. */
function filesOf(database: DatabaseAt, dataFolder: string): string {
  if (database.is === 'sqlite') return join(dataFolder, 'parley.sqlite*')
  const socket = /host=(.*)$/.exec(database.url)?.[1] ?? ''
  return join(socket, 'data/{base,pg_wal}/**')
}

async function contents(pattern: string): Promise<Buffer[]> {
  const files = globSync(pattern, { withFileTypes: true }).filter((entry) => entry.isFile())
  return await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))))
}
