import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CLIENT_FILES } from '@parley/protocol'
import type { Wanted } from './verifyClient.ts'

const ROOT = join(import.meta.dirname, '../../../..')

/** Builds the client of this checkout anew, reads what it is to be compared by, and leaves nothing behind. */
export async function buildClient(): Promise<Wanted> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-client-'))
  try {
    await buildInto(folder)
    return await readBuild(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a build in a folder is compared by. */
export async function readBuild(folder: string): Promise<Wanted> {
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  return { is: 'build', list: await read(CLIENT_FILES), page: await read('index.html') }
}

/** Builds it there, from the sources of a checkout. Whatever was set for other builds, this is the one that is served. */
export async function buildInto(folder: string, { root = ROOT, env = {} } = {}): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [
    vite,
    'build',
    'apps/web',
    '--outDir',
    folder,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ]
  await promisify(execFile)(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: 'production' },
  })
}
