import { Failure } from '../setup/failure.mjs'
import { root } from '../setup/paths.mjs'
import { isReady } from './ready.mjs'
import { runTree } from './tree.mjs'

/** The server's exit code when it has said in a sentence what is to be put right. */
const TOLD = 78
/** Without source maps: Node would keep them, 38 MiB, for stacks that name every function as it is. */
const SERVER = ['--disallow-code-generation-from-strings']

/**
 * Runs the server, and the demonstration besides, until one of them ends or the end is asked for: then both are gone.
 * @param {{ node: string, server: string, env: NodeJS.ProcessEnv, demo: boolean }} what The server is named by its file.
 * @returns {Promise<number>} The exit code of it all.
 */
export async function runAll({ node, server, env, demo }) {
  const all = new AbortController()
  const run = async (/** @type {string} */ part, /** @type {string[]} */ args) => {
    const options = { cwd: root, env, signal: all.signal }
    const { code, asked } = await runTree(node, args, options).finally(() => all.abort())
    if (asked || code === 0) return 0
    if (code === TOLD) return 1
    throw new Failure(`The ${part} ended by itself, with code ${code}.`)
  }
  const attend = async () => {
    const isThere = await isReady(`http://localhost:${env['PARLEY_PORT']}`, all.signal)
    return isThere ? run('demonstration', ['apps/demo/src/main.ts']) : 0
  }
  const parts = [run('server', [...SERVER, server])]
  if (demo) parts.push(attend())
  const ends = await Promise.allSettled(parts)
  return Math.max(...ends.map((end) => codeOf(end)))
}

/** @param {PromiseSettledResult<number>} end */
function codeOf(end) {
  if (end.status === 'rejected') throw end.reason
  return end.value
}
