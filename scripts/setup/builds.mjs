import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { NODE_VERSION } from './versions.mjs'
import { cache, root } from './paths.mjs'
import { digestOf, isDone, unlessDone } from './stamp.mjs'
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

/** The folder of the web client's build, if it was made from the sources as they are. */
export function builtWeb() {
  const task = taskOf('web')
  return isDone(task) ? task.outcome : undefined
}

/**
 * @param {string} app
 * @param {string} title
 * @param {() => Promise<unknown>} work
 */
async function build(app, title, work) {
  const task = taskOf(app)
  const orNothing = () =>
    work().catch((error) => {
      rmSync(task.outcome, { recursive: true, force: true })
      throw error
    })
  await unlessDone({ ...task, work: () => step(title, orNothing) })
}

/** @param {string} app */
function taskOf(app) {
  return {
    stamp: join(cache, 'built', app),
    digest: `${NODE_VERSION} ${digestOf([`apps/${app}`, ...SHARED])}`,
    outcome: join(root, 'apps', app, 'dist'),
  }
}
