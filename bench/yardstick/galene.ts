import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { freePort } from '@parley/server/freePorts'

/** How long it may take to start. */
const PATIENCE_MS = 20_000

/** Galène, running with one room that anybody may come into. */
export type Galene = AsyncDisposable & { readonly url: string }

/**
 * Starts Galène, which somebody built: PARLEY_GALENE names its binary, and PARLEY_GALENE_STATIC the folder
 * `static` of its sources. Rejects where one is missing, or it does not answer.
 */
export async function startGalene(): Promise<Galene> {
  const [binary, files] = [process.env['PARLEY_GALENE'], process.env['PARLEY_GALENE_STATIC']]
  if (!binary || !files)
    throw new Error(
      'Build github.com/jech/galene, and name its binary by PARLEY_GALENE and its folder "static" by PARLEY_GALENE_STATIC',
    )
  const folder = await mkdtemp(join(tmpdir(), 'parley-galene-'))
  for (const one of ['groups', 'data', 'recordings']) await mkdir(join(folder, one))
  const room = { 'wildcard-user': { password: { type: 'wildcard' }, permissions: 'present' } }
  await writeFile(join(folder, 'groups', 'talks.json'), JSON.stringify(room))
  const origin = `http://127.0.0.1:${await freePort()}`
  const args = ['-insecure', '-http', new URL(origin).host, '-static', files, '-turn', '']
  const child = spawn(binary, args, { cwd: folder, stdio: 'ignore' })
  const ended = once(child, 'close')
  const stop = async () => {
    child.kill()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  for (const untilMs = Date.now() + PATIENCE_MS; !(await answers(origin));) {
    if (Date.now() > untilMs || child.exitCode !== null) {
      await stop()
      throw new Error('Galène does not answer')
    }
    await after(50)
  }
  return { url: `${origin}/group/talks/`, [Symbol.asyncDispose]: stop }
}

async function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    ({ ok }) => ok,
    () => false,
  )
}
