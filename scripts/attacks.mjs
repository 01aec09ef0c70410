// npm run attacks [-- 30 31 | -- --mutants [WORD]]: plays the attacker's stories, or those of these numbers, and prints what came of each attack, first in one process, then in real browsers; or takes out the defences one by one, and prints which test notices.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ATTACKS, OPEN } from '../attacks/list.mjs'
import { MUTANTS } from '../attacks/mutants.mjs'
import { attacksIn, attacksInBrowsers, tableOfAttacks } from './run/attackTable.mjs'
import { runMutants } from './run/mutants.mjs'
import { freshReport } from './run/report.mjs'
import { runTree } from './run/tree.mjs'
import { Failure, exitWith } from './setup/failure.mjs'
import { root } from './setup/paths.mjs'
import { setup } from './setup.mjs'

await attacks().catch(exitWith)

async function attacks() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { mutants: { type: 'boolean', default: false } },
  })
  return values.mutants ? breakDefences(positionals) : playStories(positionals)
}

async function breakDefences(/** @type {readonly string[]} */ words) {
  const wanted = MUTANTS.filter(({ defence }) => words.every((word) => defence.includes(word)))
  if (wanted.length === 0) throw new Failure(`No defence has ${words.join(' ')} in its name.`)
  const { env } = await setup({ tests: false })
  const { living } = await runMutants(wanted, { env, tell: (line) => console.log(line) })
  console.log(`\n${wanted.length} defences taken out, ${living} unnoticed`)
  process.exitCode = living > 0 ? 1 : 0
}

async function playStories(/** @type {readonly string[]} */ positionals) {
  const numbers = positionals.map(Number)
  if (!numbers.every((number) => ATTACKS.has(number)))
    throw new Failure(`Attacks are numbered from 1 to ${ATTACKS.size}.`)
  const { env } = await setup({ tests: true })
  const inProcess = await play(env, 'vitest', (report) => [
    'run',
    'attacks/',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const inBrowsers = await play(env, 'playwright', () => [
    'test',
    '--config=e2e/playwright.config.ts',
    'attacks.spec.ts',
    'client.spec.ts',
    '--reporter=dot,json',
  ])
  const played = [...attacksIn(inProcess.report), ...attacksInBrowsers(inBrowsers.report)]
  const { lines, hasFailed } = tableOfAttacks({ attacks: ATTACKS, open: OPEN }, played, numbers)
  console.log(lines.join('\n'))
  const isWhole = inProcess.code === 0 && inBrowsers.code === 0
  process.exitCode = hasFailed || (numbers.length === 0 && !isWhole) ? 1 : 0
}

/**
 * Plays those of one runner, and gives where it reports.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} tool
 * @param {(report: string) => string[]} command
 */
async function play(env, tool, command) {
  const report = freshReport(`attacks-${tool}`)
  const args = command(report)
  const { code, asked } = await runTree(join(root, 'node_modules/.bin', tool), args, {
    cwd: root,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  if (asked) process.exit(130)
  return { report, code }
}
