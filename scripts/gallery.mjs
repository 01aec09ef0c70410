// npm run gallery [-- FILTER] [--to FOLDER]: sets up what is missing, then takes a picture of every screen.
import { Console } from 'node:console'
import { runTree } from './run/tree.mjs'
import { exitWith } from './setup/failure.mjs'
import { root } from './setup/paths.mjs'
import { setup } from './setup.mjs'

await gallery().catch(exitWith)

async function gallery() {
  // The steps of set-up are progress, and standard output ends with where the pictures are.
  globalThis.console = new Console(process.stderr, process.stderr)
  const { node, env } = await setup({ tests: true })
  const args = ['e2e/gallery/main.ts', ...process.argv.slice(2)]
  const { code, asked } = await runTree(node, args, { cwd: root, env })
  process.exitCode = asked ? 130 : code
}
