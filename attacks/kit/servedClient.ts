import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { createLog, startServer, type RunningServer } from '@parley/server'
import { askAt } from '../../apps/cli/src/client/ask.ts'
import type { Finding } from '../../apps/cli/src/client/finding.ts'
import { sayVerdict } from '../../apps/cli/src/client/sayVerdict.ts'
import { verifyClient, type Wanted } from '../../apps/cli/src/client/verifyClient.ts'

/** A build of the client, and what it is compared by. */
export type Built = { readonly folder: string; readonly wanted: Wanted }

/** A real server with a copy of a build, in the hands of an operator who alters what it serves. */
export class ServedClient implements AsyncDisposable {
  readonly #parts: AsyncDisposableStack
  readonly #folder: string
  readonly #server: RunningServer
  readonly #built: Built
  /** How long the command took to name what it found, once it was run. */
  namedMs: number | undefined

  private constructor(
    parts: AsyncDisposableStack,
    of: { folder: string; server: RunningServer; built: Built },
  ) {
    this.#parts = parts
    this.#folder = of.folder
    this.#server = of.server
    this.#built = of.built
  }

  static async serve(built: Built, name?: string): Promise<ServedClient> {
    await using parts = new AsyncDisposableStack()
    const folder = await mkdtemp(join(tmpdir(), 'parley-served-'))
    parts.defer(() => rm(folder, { recursive: true, force: true }))
    await cp(built.folder, folder, { recursive: true })
    const log = createLog({ write: () => undefined })
    const server = parts.use(await startServer({ log, webFolder: folder, name }))
    return new ServedClient(parts.move(), { folder, server, built })
  }

  /** A file of the build that has that in its name. */
  fileNamed(part: string): string {
    if (this.#built.wanted.is !== 'build') throw new Error('There is no build to look in')
    const path = this.#built.wanted.list.split(/\s+/).find((word) => word.includes(part))
    if (path === undefined) throw new Error(`No file of the build has ${part} in its name`)
    return path
  }

  /** Serves that text under a path, also to whoever takes it packed. */
  async alter(path: string, change: (text: string) => string): Promise<void> {
    const file = join(this.#folder, path)
    const text = change(await readFile(file, 'utf8').catch(() => ''))
    await writeFile(file, text)
    await writeFile(`${file}.br`, brotliCompressSync(text))
  }

  /** Serves what is not the file to those alone who take it packed, as browsers do. */
  async alterPacked(path: string, text: string): Promise<void> {
    await writeFile(join(this.#folder, `${path}.br`), brotliCompressSync(text))
  }

  /** Serves the build as it is again. */
  async restore(): Promise<void> {
    await cp(this.#built.folder, this.#folder, { recursive: true, force: true })
  }

  /** What the command finds from elsewhere, and what it prints. */
  async verified(): Promise<{ findings: readonly Finding[]; lines: readonly string[] }> {
    const fromMs = performance.now()
    const origin = this.#server.url
    const verdict = await verifyClient({ origin, ask: askAt(origin) }, this.#built.wanted)
    this.namedMs ??= performance.now() - fromMs
    return { findings: verdict.findings, lines: sayVerdict(verdict) }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.disposeAsync()
  }
}
