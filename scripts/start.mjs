// npm start [-- --demo]: sets up what is missing, then runs the server and all it needs until Ctrl-C.
import { existsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { refuseTakenPort } from './run/port.mjs'
import { isReady } from './run/ready.mjs'
import { runTree } from './run/tree.mjs'
import { Failure, exitWith } from './setup/failure.mjs'
import { root } from './setup/paths.mjs'
import { setup } from './setup.mjs'

const DEFAULT_PORT = 8080
const DEMO = 'apps/demo/src/main.ts'

await start().catch(exitWith)

async function start() {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })
  if (values.demo && !existsSync(join(root, DEMO))) throw new Failure('This version has no demo.')
  const port = Number(process.env['PARLEY_PORT'] ?? DEFAULT_PORT)
  await refuseTakenPort(port)
  const { node, env } = await setup({ tests: false })
  const defaults = { PARLEY_PORT: String(port), PARLEY_WEB: join(root, 'apps/web/dist') }
  const settings = { ...defaults, ...env, ...(values.demo ? demoSettings() : {}) }
  process.exitCode = await runAll({ node, env: settings, demo: values.demo })
}

/** A demo keeps its calls apart from real ones, and makes its own key to plan them with. */
function demoSettings() {
  return {
    PARLEY_DEMO: 'yes',
    PARLEY_DATA: join(root, '.data/demo'),
    PARLEY_CREATE_TOKEN:
      process.env['PARLEY_CREATE_TOKEN'] ?? randomBytes(24).toString('base64url'),
  }
}

/** @param {{ node: string, env: NodeJS.ProcessEnv, demo: boolean }} what */
async function runAll({ node, env, demo }) {
  const all = new AbortController()
  const args = ['--disallow-code-generation-from-strings', '--enable-source-maps']
  const server = runTree(node, [...args, 'apps/server/dist/main.js'], {
    cwd: root,
    env,
    signal: all.signal,
  }).finally(() => all.abort())
  const besides = demo ? runDemo({ node, env, all }) : undefined
  const [{ code, asked }] = await Promise.all([server, besides]).finally(() => all.abort())
  if (!asked && code !== 0) throw new Failure(`The server ended by itself, with code ${code}.`)
  return asked ? 0 : code
}

/**
 * Plans and attends a call on the server, once that is ready; the server ends with it.
 * @param {{ node: string, env: NodeJS.ProcessEnv, all: AbortController }} what
 */
async function runDemo({ node, env, all }) {
  const url = `http://localhost:${env['PARLEY_PORT']}`
  if (!(await isReady(url, all.signal))) return
  const { code } = await runTree(node, [DEMO], {
    cwd: root,
    env: { ...env, PARLEY_URL: url },
    signal: all.signal,
  })
  if (code !== 0) all.abort()
}
