// npm run -s parley -- verify client URL: sets up the little that it needs, then does what is asked for.
import { join } from 'node:path'
import { runTree } from './run/tree.mjs'
import { Interrupted, wordsFor } from './setup/failure.mjs'
import { provideModules } from './setup/modules.mjs'
import { environmentOf, provideNode } from './setup/node.mjs'
import { root } from './setup/paths.mjs'

/** What could not be done; 1 is kept for what differs. */
const NOT_DONE = 2

await parley().catch((error) => {
  console.error(wordsFor(error))
  process.exitCode = error instanceof Interrupted ? 130 : NOT_DONE
})

async function parley() {
  const node = await provideNode()
  const env = environmentOf(node)
  await provideModules({ node, env })
  const args = [join(root, 'apps/cli/src/main.ts'), ...process.argv.slice(2)]
  const { code } = await runTree(node, args, { cwd: process.cwd(), env })
  process.exitCode = code
}
