// Does what is missing before the project can run, and nothing else: node scripts/setup.mjs [--tests]
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { provideBuilds } from './setup/builds.mjs'
import { exitWith } from './setup/failure.mjs'
import { provideLiveKit } from './setup/livekit.mjs'
import { provideModules } from './setup/modules.mjs'
import { environmentOf, provideNode } from './setup/node.mjs'
import { provideTestTools } from './setup/testTools.mjs'

/**
 * Provides all that the two commands need.
 * @param {{ tests: boolean }} needs
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} The Node to use, and the environment that names the rest.
 */
export async function setup({ tests }) {
  const node = await provideNode()
  const env = environmentOf(node)
  await provideModules({ node, env })
  const livekit = await provideLiveKit()
  if (livekit !== undefined) env['PARLEY_LIVEKIT'] = livekit
  await provideBuilds({ node, env })
  if (tests) Object.assign(env, await provideTestTools())
  return { node, env }
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { tests: { type: 'boolean', default: false } } })
  await setup(values).catch(exitWith)
}
