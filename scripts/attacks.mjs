// npm run attacks [-- 30 31]: plays the attacker's stories, or those of these numbers, and prints what came of each attack.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ATTACKS, OPEN } from '../attacks/list.mjs'
import { attacksIn, tableOfAttacks } from './run/attackTable.mjs'
import { freshReport } from './run/report.mjs'
import { runTree } from './run/tree.mjs'
import { Failure, exitWith } from './setup/failure.mjs'
import { root } from './setup/paths.mjs'
import { setup } from './setup.mjs'

await attacks().catch(exitWith)

async function attacks() {
  const { positionals } = parseArgs({ allowPositionals: true })
  const numbers = positionals.map(Number)
  if (!numbers.every((number) => ATTACKS.has(number)))
    throw new Failure(`Attacks are numbered from 1 to ${ATTACKS.size}.`)
  const { env } = await setup({ tests: false })
  const report = freshReport('attacks')
  const args = [
    'run',
    'attacks/',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const vitest = join(root, 'node_modules/.bin/vitest')
  const { code, asked } = await runTree(vitest, args, { cwd: root, env })
  if (asked) process.exit(130)
  const { lines, hasFailed } = tableOfAttacks(
    { attacks: ATTACKS, open: OPEN },
    attacksIn(report),
    numbers,
  )
  console.log(lines.join('\n'))
  process.exitCode = hasFailed || (numbers.length === 0 && code !== 0) ? 1 : 0
}
