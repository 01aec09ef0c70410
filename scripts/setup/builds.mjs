import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { NODE_VERSION } from './versions.mjs'
import { cache, root } from './paths.mjs'
import { digestOf, unlessDone } from './stamp.mjs'
import { step } from './step.mjs'
import { runTool } from './tool.mjs'

const SHARED = ['packages', 'package-lock.json', 'tsconfig.base.json']

/**
 * Builds the web client and the server's bundle, each only if a source of it changed, and whole or not at all.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} on
 */
export async function provideBuilds({ node, env }) {
  const run = (/** @type {string[]} */ args) => runTool(node, args, { env })
  await build('server', 'Bundling the server', () => run(['apps/server/build.mjs']))
  const vite = 'node_modules/vite/bin/vite.js'
  // Whatever is set for other builds, what is served is the build that others compare it with.
  const served = { env: { ...env, NODE_ENV: 'production' } }
  await build('web', 'Building the web client', () =>
    runTool(node, [vite, 'build', 'apps/web'], served),
  )
}

/**
 * @param {string} app
 * @param {string} title
 * @param {() => Promise<unknown>} work
 */
async function build(app, title, work) {
  const outcome = join(root, 'apps', app, 'dist')
  const orNothing = () =>
    work().catch((error) => {
      rmSync(outcome, { recursive: true, force: true })
      throw error
    })
  await unlessDone({
    stamp: join(cache, 'built', app),
    digest: `${NODE_VERSION} ${digestOf([`apps/${app}`, ...SHARED])}`,
    outcome,
    work: () => step(title, orNothing),
  })
}
