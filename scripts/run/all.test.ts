import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '@parley/server/freePorts'
import { expect, onTestFinished, test } from 'vitest'
import { descendantsOf, isRunning } from '../testing/processes.ts'
import { endingOf, type Ending } from '../testing/project.ts'
import { demoSettings } from './demoSettings.mjs'

const within = { timeout: 30_000 }
const MEDIA = process.env['PARLEY_LIVEKIT'] ?? 'livekit-server'

type Started = { url: string; pid: number; ending: Promise<Ending> }

/** The server's sources, and the demonstration if asked for, run as one until a line like that is printed. */
async function start(until: RegExp, { demo }: { demo: boolean }): Promise<Started> {
  const data = mkdtempSync(join(tmpdir(), 'parley-start-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const settings = {
    PARLEY_PORT: String(await freePort()),
    PARLEY_MEDIA_UDP_PORT: '0',
    PARLEY_MEDIA_TCP_PORT: '0',
    PARLEY_DATA: data,
  }
  const what = { node: process.execPath, server: 'apps/server/src/main.ts', demo }
  const code = `
    import { runAll } from ${JSON.stringify(join(import.meta.dirname, 'all.mjs'))}
    import { demoSettings } from ${JSON.stringify(join(import.meta.dirname, 'demoSettings.mjs'))}
    import { exitWith } from ${JSON.stringify(join(import.meta.dirname, '../setup/failure.mjs'))}
    const env = ${demo} ? demoSettings(process.env) : process.env
    process.exitCode = await runAll({ ...${JSON.stringify(what)}, env }).catch(exitWith)
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines = child.stdout ? createInterface(child.stdout) : []
  const ending = endingOf(child)
  for await (const line of lines) if (until.test(line)) break
  return { url: `http://localhost:${settings.PARLEY_PORT}`, pid: child.pid ?? 0, ending }
}

function kill(all: readonly { pid: number; command: string }[], part: string): void {
  const found = all.find(({ command }) => command.includes(part))
  if (!found) throw new Error(`Nothing runs ${part}`)
  process.kill(found.pid, 'SIGKILL')
}

function isOf(all: readonly { pid: number }[], pid: number): boolean {
  return all.some((one) => one.pid === pid)
}

async function isReady(url: string): Promise<boolean> {
  return await fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

test('a demonstration that falls ends all, and says so', async () => {
  const { pid, ending } = await start(/^Desk of Kenya/, { demo: true })
  const all = descendantsOf(pid)

  kill(all, 'apps/demo')
  const { code, lines } = await ending

  expect([code, lines.at(-1)]).toEqual([1, 'The demonstration ended by itself, with code 137.'])
  expect(all.filter((one) => isRunning(one.pid))).toEqual([])
})

test('a media server that falls is started again; a server that falls ends all, and says so', async () => {
  const { url, pid, ending } = await start(/^Parley is at/, { demo: false })
  const first = descendantsOf(pid)
  await expect.poll(() => isReady(url), within).toBe(true)

  kill(first, MEDIA)
  const begun = () =>
    descendantsOf(pid).filter(
      ({ pid: each, command }) => command.includes(MEDIA) && !isOf(first, each),
    )
  await expect.poll(begun, within).toHaveLength(1)
  await expect.poll(() => isReady(url), within).toBe(true)
  const second = descendantsOf(pid)
  kill(second, 'apps/server')
  const { code, lines } = await ending

  expect([code, lines.at(-1)]).toEqual([1, 'The server ended by itself, with code 137.'])
  expect([...first, ...second].filter((one) => isRunning(one.pid))).toEqual([])
})

test('a demonstration is kept apart from real calls, in whatever database these are', () => {
  const env = { DATABASE_URL: 'postgres://real', PARLEY_DATA: '/real', PARLEY_CREATE_TOKEN: 'x' }

  expect(demoSettings(env)).toEqual({
    PARLEY_DEMO: 'yes',
    PARLEY_DATA: '/real/demo',
    PARLEY_CREATE_TOKEN: 'x',
  })
})
