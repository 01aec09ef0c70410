// npm start [-- --demo]: sets up what is missing, then runs the server and all it needs until Ctrl-C.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runAll } from './run/all.mjs'
import { demoSettings } from './run/demoSettings.mjs'
import { readPort, refuseTakenPort } from './run/port.mjs'
import { Failure, exitWith } from './setup/failure.mjs'
import { root } from './setup/paths.mjs'
import { setup } from './setup.mjs'

await start().catch(exitWith)

async function start() {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })
  const port = readPort()
  if (values.demo && port === 0)
    throw new Failure('A demonstration needs a PARLEY_PORT that is not 0.')
  await refuseTakenPort(port)
  const { node, env } = await setup({ tests: false })
  const defaults = { PARLEY_PORT: String(port), PARLEY_WEB: join(root, 'apps/web/dist') }
  const settings = { ...defaults, ...env }
  process.exitCode = await runAll({
    node,
    server: 'apps/server/dist/main.js',
    env: values.demo ? demoSettings(settings) : settings,
    demo: values.demo,
  })
}
