import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'
import { ATTACKS, OPEN } from '../../attacks/list.mjs'
import { attacksIn, attacksInBrowsers, tableOfAttacks } from './attackTable.mjs'
import { freshReport, reportAt } from './report.mjs'
import {
  DID_NOT_RUN,
  sum,
  tallyOfBrowser,
  tallyOfFuzz,
  tallyOfUnit,
  withExitCode,
} from './tally.mjs'
import { runTree } from './tree.mjs'

/** @typedef {{ node: string, env: NodeJS.ProcessEnv }} On */

/** Each command of `npm run check` counts as one test: types, lint, format, unused code. */
export async function checkSuite(/** @type {On} */ on) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const tallies = []
  for (const command of scripts.check.split(' && ')) {
    const [tool, ...args] = command.split(' ')
    const code = await runBin(on, [tool, ...args])
    console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${command}`)
    const failures = [`FAILED: ${command}`]
    tallies.push(code === 0 ? { passed: 1, failed: 0, failures: [] } : { ...DID_NOT_RUN, failures })
  }
  return sum(tallies)
}

/** Unit, property, database and attack tests. */
export async function unitSuite(/** @type {On} */ on) {
  const report = freshReport('unit')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runBin(on, ['vitest', 'run', ...reporters])
  return withExitCode(tallyOfUnit(report), code)
}

/** Real browsers on the real server and media server: two tests at once over screens and documents, and one at a time over a call that is seen and heard. */
export async function browserSuite(/** @type {On} */ on) {
  const beside = await runBrowser(on, { projects: ['pages', 'beside'], workers: 2 })
  return sum([beside, await runBrowser(on, { projects: ['calls'], workers: 1 })])
}

/** Decoders that are fuzzed at once, for each core. More: each has less of a processor in its minute. Fewer: all of them take longer. */
const FUZZED_AT_ONCE = 9

/** Every decoder for a minute of the clock, begun alike in each run. */
export async function fuzzSuite(/** @type {On} */ { node, env }) {
  /** @type {string[]} */
  const said = []
  const atOnce = String(FUZZED_AT_ONCE * availableParallelism())
  const args = ['fuzz/main.ts', '--minutes', '1', '--at-once', atOnce, '--seed', '1']
  const hear = (/** @type {Buffer} */ chunk) => {
    said.push(String(chunk))
    process.stdout.write(chunk)
  }
  const { code, asked } = await runTree(node, args, { cwd: root, env, hear })
  if (asked) process.exit(130)
  return withExitCode(tallyOfFuzz(said.join('')), code)
}

/** What came of each attack, in the reports that the two suites above have just left; and whether one is without a story. */
export function attacksWithstood() {
  const inBrowsers = ['browser-beside', 'browser-calls'].map(reportAt)
  const played = [...attacksIn(reportAt('unit')), ...inBrowsers.flatMap(attacksInBrowsers)]
  return tableOfAttacks({ attacks: ATTACKS, open: OPEN }, played)
}

/**
 * @param {On} on
 * @param {{ projects: readonly [string, ...string[]], workers: number }} of The report has the name of the last.
 */
async function runBrowser(on, { projects, workers }) {
  const report = freshReport(`browser-${projects.at(-1)}`)
  const env = { ...on.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const named = projects.map((project) => `--project=${project}`)
  const which = [...named, `--workers=${workers}`, '--reporter=list,json']
  const args = ['test', '--config', 'e2e/playwright.config.ts', ...which]
  const code = await runBin({ ...on, env }, ['playwright', ...args])
  return withExitCode(tallyOfBrowser(report), code)
}

/**
 * @param {On} on
 * @param {string[]} command
 */
async function runBin({ env }, [tool = '', ...args]) {
  const { code, asked } = await runTree(join(root, 'node_modules/.bin', tool), args, {
    cwd: root,
    env,
  })
  if (asked) process.exit(130)
  return code
}
