// npm run -s bench [-- NAME | -- compare OLD.json NEW.json]: sets up what is missing, then measures; the last line is JSON.
import { Console } from 'node:console'
import { runTree } from './run/tree.mjs'
import { exitWith } from './setup/failure.mjs'
import { root } from './setup/paths.mjs'
import { setup } from './setup.mjs'

/** What needs no browser, and so none of the tests' tools. */
const WITHOUT_BROWSER = new Set(['compare', 'frames', 'memory', 'rekey', 'start'])

await bench().catch(exitWith)

async function bench() {
  const args = process.argv.slice(2)
  // The steps of set-up are progress, and standard output is for what was measured.
  globalThis.console = new Console(process.stderr, process.stderr)
  const { node, env } = await setup({ tests: !WITHOUT_BROWSER.has(args[0] ?? '') })
  const { code, asked } = await runTree(node, ['bench/main.ts', ...args], { cwd: root, env })
  process.exitCode = asked ? 130 : code
}
