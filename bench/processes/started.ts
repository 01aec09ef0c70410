import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '@parley/server/freePorts'

const root = join(import.meta.dirname, '../..')
const LINK = /(https?:\/\/\S+)\/#create=(\S+)/

/** Parley as somebody started it, once it printed its link. */
export type Started = AsyncDisposable & {
  readonly pid: number
  readonly url: string
  readonly createToken: string
  /** From the command to the link. */
  readonly linkMs: number
  /** As Ctrl-C does; resolves when the command has ended. */
  stop(): Promise<void>
}

/** As `npm start` runs the server alone. */
export const SERVER: readonly [command: string, args: readonly string[]] = [
  process.execPath,
  ['--disallow-code-generation-from-strings', join(root, 'apps/server/dist/main.js')],
]

/** A place where Parley is started, and started again: its ports and its data. */
export type Place = AsyncDisposable & { readonly env: Readonly<Record<string, string>> }

export async function findPlace(): Promise<Place> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const [port, udp, tcp] = [await freePort(), await freePort(), await freePort()]
  return {
    env: {
      PARLEY_PORT: String(port),
      PARLEY_MEDIA_UDP_PORT: String(udp),
      PARLEY_MEDIA_TCP_PORT: String(tcp),
      PARLEY_DATA: dataFolder,
      PARLEY_WEB: join(root, 'apps/web/dist'),
    },
    [Symbol.asyncDispose]: () => rm(dataFolder, { recursive: true, force: true }),
  }
}

/** Runs a command that starts Parley in an empty data folder. Rejects if it ends without a link. */
export async function startParley(command: string, args: readonly string[]): Promise<Started> {
  await using opening = new AsyncDisposableStack()
  const place = opening.use(await findPlace())
  const started = opening.use(await startAt(place, [command, args]))
  const parts = opening.move()
  return { ...started, [Symbol.asyncDispose]: () => parts.disposeAsync() }
}

/** The same at a place, with what else is in the environment. */
export async function startAt(
  place: Place,
  [command, args]: readonly [command: string, args: readonly string[]],
  more: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const env = { ...process.env, ...place.env, ...more }
  const fromMs = performance.now()
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  })
  const ended = once(child, 'close')
  const endGroup = () => {
    const isOver = child.exitCode !== null || child.signalCode !== null
    if (!isOver && child.pid) process.kill(-child.pid, 'SIGINT')
  }
  process.once('exit', endGroup)
  const [url, createToken] = await Promise.race([
    linkIn(child),
    ended.then((): [string, string] => {
      throw new Error(`${command} ended before it printed a link`)
    }),
  ])
  const linkMs = performance.now() - fromMs
  const stop = async () => {
    process.off('exit', endGroup)
    endGroup()
    await ended
  }
  return {
    pid: child.pid ?? 0,
    url,
    createToken,
    linkMs,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

async function linkIn({ stdout }: ChildProcess): Promise<[string, string]> {
  if (!stdout) throw new Error('Its output is piped')
  const { promise, resolve } = Promise.withResolvers<[string, string]>()
  createInterface(stdout).on('line', (line) => {
    const [, url, token] = LINK.exec(line) ?? []
    if (url && token) resolve([url, token])
  })
  return await promise
}
