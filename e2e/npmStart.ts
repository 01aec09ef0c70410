import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '@parley/server/freePorts'

/** `npm start` as an operator types it, on free ports and with data of its own; resolves with the link that it prints. */
export async function npmStart(): Promise<AsyncDisposable & { link: string }> {
  const [port, udpPort, tcpPort] = [await freePort(), await freePort(), await freePort()]
  const child = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '..'),
    env: {
      ...process.env,
      PARLEY_PORT: String(port),
      PARLEY_MEDIA_UDP_PORT: String(udpPort),
      PARLEY_MEDIA_TCP_PORT: String(tcpPort),
      PARLEY_DATA: await mkdtemp(join(tmpdir(), 'parley-')),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => void said.push(line))
  const link = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      const [found] = line.match(/https?:\/\/\S+#\S+/) ?? []
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`npm start ended:\n${said.join('\n')}`)))
  })
  return {
    link,
    /** Ctrl-C reaches the whole group of a terminal. */
    async [Symbol.asyncDispose]() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT')
      await ended
    },
  }
}
