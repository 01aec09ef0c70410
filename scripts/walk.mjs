// npm run -s walk [-- --to FOLDER]: sets up what is missing, then goes from `npm start` to two people who talk; the last line is JSON.
import { Console } from 'node:console'
import { runTree } from './run/tree.mjs'
import { exitWith } from './setup/failure.mjs'
import { root } from './setup/paths.mjs'
import { setup } from './setup.mjs'

await walk().catch(exitWith)

async function walk() {
  // The steps of set-up are progress, and standard output is for what it took.
  globalThis.console = new Console(process.stderr, process.stderr)
  const { node, env } = await setup({ tests: true })
  const args = ['e2e/firstMinutes/main.ts', ...process.argv.slice(2)]
  const { code, asked } = await runTree(node, args, { cwd: root, env })
  process.exitCode = asked ? 130 : code
}
