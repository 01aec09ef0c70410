import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { readConfig, type Config } from './config.ts'
import { createLog } from './log.ts'
import { StartError } from './startError.ts'
import { startCopy } from './startCopy.ts'
import { startServer } from './startServer.ts'

/** Runs until it is told to stop, and prints the one link that a call is planned with. */
async function main(stop: AbortSignal): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog()
  if (config.copyOf !== undefined) return serveCopy({ ...config, copyOf: config.copyOf }, stop)
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  await using server = await startServer({ ...config, log })
  const fragment = server.createToken ? `/#create=${server.createToken}` : '/#create=open'
  process.stdout.write(`Parley is at ${server.url}${fragment}\n`)
  log.info('Parley listens', { number: Number(new URL(server.url).port) })
  if (!stop.aborted) await once(stop, 'abort')
  log.info('Parley closes')
}

/** Serves the client alone until it is told to stop, and says of which server. */
async function serveCopy(config: Config & { copyOf: string }, stop: AbortSignal): Promise<void> {
  await using copy = await startCopy(config)
  process.stdout.write(`The client for ${config.copyOf} is at ${copy.url}\n`)
  if (!stop.aborted) await once(stop, 'abort')
}

/** The exit code when one sentence said what whoever started it can put right. */
const TOLD = 78
/** What the system says of a folder that takes no files. */
const UNWRITABLE: ReadonlySet<unknown> = new Set(['EACCES', 'EEXIST', 'ENOTDIR', 'EPERM', 'EROFS'])

/** One sentence for what whoever started it can put right, if it is that. */
function sentenceFor(error: unknown): string | undefined {
  if (error instanceof StartError) return error.message
  if (!(error instanceof Error && 'code' in error)) return undefined
  if (error.code === 'ENOSPC') return 'The disk is full: make room, then start again.'
  const isOfFile = 'path' in error && 'syscall' in error && error.syscall !== 'listen'
  if (isOfFile && UNWRITABLE.has(error.code))
    return `The data folder ${process.env['PARLEY_DATA'] ?? '.data'} cannot be written: make it writable, or set PARLEY_DATA to another.`
  return undefined
}

/** Aborts at SIGINT or SIGTERM, so that both end in the same way. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => controller.abort())
  return controller.signal
}

if (import.meta.main) {
  try {
    await main(stopSignal())
  } catch (error) {
    const sentence = sentenceFor(error)
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`${sentence ?? stack}\n`)
    process.exitCode = sentence === undefined ? 1 : TOLD
  }
}
