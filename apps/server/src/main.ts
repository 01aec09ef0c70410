import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { readConfig } from './config.ts'
import { createLog } from './log.ts'
import { StartError } from './startError.ts'
import { startServer } from './startServer.ts'

/** Runs until it is told to stop, and prints the one link that a call is planned with. */
async function main(stop: AbortSignal): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog()
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  await using server = await startServer({ ...config, log })
  const fragment = server.createToken ? `/#create=${server.createToken}` : '/#create=open'
  process.stdout.write(`Parley is at ${server.url}${fragment}\n`)
  log.info('Parley listens', { number: Number(new URL(server.url).port) })
  if (!stop.aborted) await once(stop, 'abort')
  log.info('Parley closes')
}

/** What the system or SQLite says of a folder that takes no files. */
const UNWRITABLE: ReadonlySet<string> = new Set([
  'EACCES',
  'EEXIST',
  'ENOTDIR',
  'EPERM',
  'EROFS',
  'ERR_SQLITE_ERROR',
])

/** One sentence for what whoever started it can put right; a stack for the rest. */
function sentenceFor(error: unknown): string {
  if (error instanceof StartError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const port = process.env['PARLEY_PORT'] ?? '8080'
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: end what listens there, or set PARLEY_PORT to another.`
  if (typeof code === 'string' && UNWRITABLE.has(code))
    return `The data folder ${process.env['PARLEY_DATA'] ?? '.data'} cannot be written: make it writable, or set PARLEY_DATA to another.`
  if (code === 'ENOSPC') return 'The disk is full: make room, then start again.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
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
    process.stderr.write(`${sentenceFor(error)}\n`)
    process.exitCode = 1
  }
}
