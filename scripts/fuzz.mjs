// npm run -s fuzz [-- NAME … --minutes N --seed N --save | -- --repeat FILE]: sets up what is missing, then tries altered inputs on the decoders; the last line is JSON.
import { Console } from 'node:console'
import { runTree } from './run/tree.mjs'
import { exitWith } from './setup/failure.mjs'
import { root } from './setup/paths.mjs'
import { setup } from './setup.mjs'

await fuzz().catch(exitWith)

async function fuzz() {
  // The steps of set-up are progress, and standard output is for what was found.
  globalThis.console = new Console(process.stderr, process.stderr)
  const { node, env } = await setup({ tests: false })
  const args = ['fuzz/main.ts', ...process.argv.slice(2)]
  const { code, asked } = await runTree(node, args, { cwd: root, env })
  process.exitCode = asked ? 130 : code
}
