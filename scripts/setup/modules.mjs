import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { npmCli } from './npm.mjs'
import { root } from './paths.mjs'
import { unlessDone } from './stamp.mjs'
import { step } from './step.mjs'
import { runTool } from './tool.mjs'

/**
 * Installs exactly what the lock file names, if it changed since the last time. npm first removes what was there, so
 * that what it leaves without its own list is half of it, and goes.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} on
 */
export async function provideModules({ node, env }) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const modules = join(root, 'node_modules')
  const outcome = join(modules, '.package-lock.json')
  const clear = () => {
    if (!existsSync(outcome)) rmSync(modules, { recursive: true, force: true })
  }
  const args = ['ci', '--prefix', root, '--include=dev', '--no-audit', '--no-fund']
  const install = () => runTool(node, [npmCli(), ...args], { env }).finally(clear)
  await unlessDone({
    stamp: join(modules, '.parley-lock'),
    digest: createHash('sha256').update(lock).digest('hex'),
    outcome,
    work: () => step('Installing packages', install),
  })
}
