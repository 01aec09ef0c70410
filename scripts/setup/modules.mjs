import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCli } from './npm.mjs'
import { root } from './paths.mjs'
import { unlessDone } from './stamp.mjs'
import { step } from './step.mjs'
import { runTool } from './tool.mjs'

/**
 * Installs exactly what the lock file names, if it changed since the last time.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} on
 */
export async function provideModules({ node, env }) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const modules = join(root, 'node_modules')
  await unlessDone({
    stamp: join(modules, '.parley-lock'),
    digest: createHash('sha256').update(lock).digest('hex'),
    outcome: join(modules, '.package-lock.json'),
    work: () =>
      step('Installing packages', () =>
        runTool(
          node,
          [npmCli(), 'ci', '--prefix', root, '--include=dev', '--no-audit', '--no-fund'],
          { env },
        ),
      ),
  })
}
