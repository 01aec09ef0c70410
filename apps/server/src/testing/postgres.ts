import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, globSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { DatabaseAt } from '../database/open.ts'

const run = promisify(execFile)

/** A PostgreSQL of the test's own, in a folder of its own, reached by a socket there: no port, no clash. */
export class TestPostgres implements AsyncDisposable {
  readonly #folder: string
  readonly #process: ChildProcess

  private constructor(folder: string, process: ChildProcess) {
    this.#folder = folder
    this.#process = process
  }

  static async start(): Promise<TestPostgres> {
    const bin = binaries()
    const user = await unprivileged()
    const folder = await mkdtemp(join(tmpdir(), 'parley-postgres-'))
    if (user) await chown(folder, user.uid, user.gid)
    const data = join(folder, 'data')
    await run(join(bin, 'initdb'), ['-D', data, '-U', 'parley', '-A', 'trust', '--no-sync'], user)
    const settings = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off']
    const server = spawn(join(bin, 'postgres'), settings, { ...user, stdio: 'ignore' })
    const postgres = new TestPostgres(folder, server)
    await postgres.#ready()
    return postgres
  }

  /** An empty database. */
  async newDatabase(): Promise<Extract<DatabaseAt, { is: 'postgres' }>> {
    const name = `parley_${randomUUID().replaceAll('-', '')}`
    const client = new Client({ connectionString: this.#url('postgres') })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    return { is: 'postgres', url: this.#url(name) }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const over = once(this.#process, 'exit')
    this.#process.kill('SIGINT')
    await over
    await rm(this.#folder, { recursive: true, force: true })
  }

  #url(database: string): string {
    return `postgres://parley@/${database}?host=${this.#folder}`
  }

  async #ready(): Promise<void> {
    const signal = AbortSignal.timeout(30_000)
    while (!signal.aborted) {
      const client = new Client({ connectionString: this.#url('postgres') })
      client.on('error', () => undefined)
      const isReady = await client.connect().then(
        () => true,
        () => false,
      )
      await client.end().catch(() => undefined)
      if (isReady) return
      if (this.#process.exitCode !== null) throw new Error('PostgreSQL ended at once')
    }
    throw new Error('PostgreSQL did not get ready')
  }
}

function binaries(): string {
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  const folders = [
    process.env['PARLEY_POSTGRES'] ?? '',
    ...onPath,
    ...globSync('/usr/lib/postgresql/*/bin'),
  ]
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')))
  if (!found) throw new Error('No PostgreSQL: install it, or put its initdb on the path')
  return found
}

/** PostgreSQL does not run as root; others run it as they are. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all(['-u', '-g'].map((of) => run('id', [of, name]))).catch(() => [])
    const [uid, gid] = ids.map(({ stdout }) => Number(stdout))
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new Error('There is no user to run PostgreSQL as')
}
