import { once } from 'node:events'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openCall, systemClock } from '@parley/client'
import { FakeMedia, planCall } from '@parley/testkit'
import { expect, test } from 'vitest'
import { firstLine, newFolder, runMain } from './testing/mainProcess.ts'

const TITLE = 'CanaryTreatyOnTheUpperTana'
const NAME = 'CanaryLiviaSpescha'
const TEXT = 'CanaryWeAcceptArticleFour'
const within = { timeout: 30_000, interval: 50 }
const chosen = { wantsCamera: true, camera: 'default', inputDevice: 'default' }

test('after a whole call neither logs, database nor memory of the server hold a name, a word, K or an L (R1)', async () => {
  const folder = await newFolder()
  const flags = ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${folder}`]
  const server = runMain({ PARLEY_DATA: folder }, flags)
  const logs: string[] = []
  server.stderr?.on('data', (data) => logs.push(String(data)))
  const [, url = '', createToken = ''] =
    /at (\S+)\/#create=(\S+)/.exec(await firstLine(server)) ?? []
  await using parts = new AsyncDisposableStack()

  const names = { title: TITLE, nameOf: (place: number) => `${NAME}${place}` }
  const planned = parts.use(
    await planCall({ url, createToken }, { seatsEach: 1, clock: systemClock, ...names }),
  )
  const linkSecrets = new Set<string>()
  for (const desk of planned.desks)
    parts.use(desk.listen(({ record }) => addAll(linkSecrets, Object.values(record.links))))
  const runners = []
  for (const { seat } of planned.seats) {
    const open = await planned.sit(seat)
    const media = new FakeMedia()
    const { runner } = parts.use(await openCall(open, { media, clock: systemClock, chosen }))
    runner.send({ type: 'join-pressed', atMs: systemClock.nowMs() })
    await expect.poll(() => runner.call.joining.phase, within).toBe('in-call')
    runners.push(runner)
  }
  const [one, two] = runners
  if (!one || !two) throw new Error('There are two')
  await expect.poll(() => [one.call.members.size, two.call.members.size], within).toEqual([2, 2])
  const { seat } = one.call.you
  one.send({ type: 'message-written', id: 'a', from: seat, text: TEXT, atMs: Date.now() })
  await expect.poll(() => two.call.messages[0]?.text, within).toBe(TEXT)

  server.kill('SIGUSR2')
  const snapshot = () => globSync(join(folder, '*.heapsnapshot'))[0]
  await expect.poll(snapshot, within).toBeDefined()
  await fetch(`${url}/healthz`)
  const places = {
    memory: await readFile(snapshot() ?? '', 'latin1'),
    database: await contents(join(folder, 'parley.sqlite*')),
    logs: logs.join(''),
  }
  const [desk] = planned.desks
  const { call, callSecret, sideSecret } = desk.state.record
  const secrets = [TITLE, NAME, TEXT, ...spellings(callSecret), ...spellings(sideSecret)]
  for (const secret of linkSecrets) secrets.push(secret)
  await parts.disposeAsync()
  server.kill('SIGTERM')
  await once(server, 'exit')

  expect(linkSecrets.size).toBeGreaterThanOrEqual(2)
  expect([places.memory.includes(call), places.database.includes(call)]).toEqual([true, true])
  expect(places.logs).toContain(call.slice(0, 4))
  for (const [place, text] of Object.entries(places))
    expect([place, secrets.filter((secret) => text.includes(secret))]).toEqual([place, []])
})

async function contents(pattern: string): Promise<string> {
  const files = await Promise.all(globSync(pattern).map((file) => readFile(file, 'latin1')))
  return files.join('')
}

function addAll(found: Set<string>, secrets: Iterable<Uint8Array>): void {
  for (const secret of secrets) for (const text of spellings(secret)) found.add(text)
}

/** The ways in which bytes may lie in a file. */
function spellings(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes)
  return [text.toString('latin1'), text.toString('base64url'), text.toString('hex')]
}
