import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')
const LINK = /(https?:\/\/\S+)\/#create=(\S+)/

/** Parley as somebody started it, in an empty data folder, once it printed its link. */
export type Started = AsyncDisposable & {
  readonly pid: number
  readonly url: string
  readonly createToken: string
  /** From the command to the link. */
  readonly linkMs: number
  /** As Ctrl-C does; resolves when the command has ended. */
  stop(): Promise<void>
}

/** Runs a command that starts Parley. Rejects if it ends without a link. */
export async function startParley(command: string, args: readonly string[]): Promise<Started> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const [port, udp, tcp] = [await freePort(), await freePort(), await freePort()]
  const env = {
    ...process.env,
    PARLEY_PORT: String(port),
    PARLEY_MEDIA_UDP_PORT: String(udp),
    PARLEY_MEDIA_TCP_PORT: String(tcp),
    PARLEY_DATA: dataFolder,
    PARLEY_WEB: join(root, 'apps/web/dist'),
  }
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
    async [Symbol.asyncDispose]() {
      await stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('It listens on a port')
  return address.port
}
