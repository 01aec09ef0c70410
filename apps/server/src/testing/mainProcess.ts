import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DatabaseAt } from '../database/open.ts'
import { mediaChild } from './media.ts'

/** A folder of the test's own, gone when it is finished. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-main-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The server as its own process, on free ports unless told otherwise. */
export function runMain(
  environment: Record<string, string>,
  flags: readonly string[] = [],
): ChildProcess {
  const { PATH = '' } = process.env
  return spawn(process.execPath, [...flags, join(import.meta.dirname, '../main.ts')], {
    env: {
      PATH,
      PARLEY_PORT: '0',
      PARLEY_LIVEKIT: mediaChild.binary,
      PARLEY_MEDIA_UDP_PORT: '0',
      PARLEY_MEDIA_TCP_PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** How its process is told of a database; SQLite's is in its data folder anyway. */
export function settingFor(database: DatabaseAt): Record<string, string> {
  return database.is === 'postgres' ? { DATABASE_URL: database.url } : {}
}

/** What it prints first. */
export async function firstLine({ stdout }: ChildProcess): Promise<string> {
  const [data] = stdout ? await once(stdout, 'data') : []
  return String(data)
}
