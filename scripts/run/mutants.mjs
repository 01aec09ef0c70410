import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { Failure } from '../setup/failure.mjs'
import { root } from '../setup/paths.mjs'
import { mutated, MUTATION_ENV } from './mutation.mjs'
import { freshReport } from './report.mjs'
import { runTree } from './tree.mjs'

/**
 * A defence that is taken out, and where that is to be noticed first: in that file, by the fact that begins so.
 * @typedef {import('./mutation.mjs').Mutation & { defence: string, test: string, fact?: string }} Mutant
 */

/** Where no named test notices it, a story of the attacks may. */
const ALL_STORIES = 'attacks/'

/**
 * What became of each, in their order; `caughtBy` is undefined for one that lives. `tell` hears of each at its end.
 * @param {readonly Mutant[]} mutants
 * @param {{ env: NodeJS.ProcessEnv, tell: (line: string) => void }} how
 */
export async function runMutants(mutants, { env, tell }) {
  for (const mutant of mutants) mutated(readFileSync(join(root, mutant.file), 'utf8'), mutant)
  const files = [...new Set(mutants.map(({ test }) => test))]
  const unharmed = await play({ env, slot: 0, files })
  if (unharmed.failed !== undefined)
    throw new Failure(`Before anything is taken out this fails: ${unharmed.failed}`)
  const waiting = [...mutants]
  let living = 0
  const work = async (/** @type {number} */ slot) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const caughtBy = await whoCatches(next, { env, slot })
      if (caughtBy === undefined) living++
      tell(lineOf(next, caughtBy))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, (_, slot) => work(slot)))
  return { living }
}

/**
 * @param {Mutant} mutant
 * @param {string | undefined} caughtBy
 */
export function lineOf({ defence, file, text }, caughtBy) {
  return caughtBy === undefined
    ? `LIVES   ${defence}\n        ${file}: ${text}`
    : `caught  ${defence}\n        ${caughtBy}`
}

/**
 * The test that fails, by its file and its fact.
 * @param {Mutant} mutant
 * @param {{ env: NodeJS.ProcessEnv, slot: number }} how
 */
async function whoCatches({ file, text, becomes, test, fact }, { env, slot }) {
  const mutation = JSON.stringify({ file, text, becomes })
  const harmed = { env: { ...env, [MUTATION_ENV]: mutation }, slot }
  for (const of of [
    ...(fact ? [{ files: [test], fact }] : []),
    { files: [test] },
    { files: [ALL_STORIES] },
  ]) {
    const { failed } = await play({ ...harmed, ...of })
    if (failed !== undefined) return failed
  }
  return undefined
}

/**
 * Runs those tests up to the first that fails.
 * @param {{ env: NodeJS.ProcessEnv, slot: number, files: readonly string[], fact?: string }} what
 * @returns {Promise<{ failed: string | undefined }>}
 */
async function play({ env, slot, files, fact }) {
  const report = freshReport(`mutants-${slot}`)
  const args = ['run', ...files, '--bail=1', '--reporter=json', `--outputFile.json=${report}`]
  if (fact !== undefined) args.push(`--testNamePattern=^${fact.replaceAll(/\W/g, '.')}`)
  /** @type {string[]} */
  const said = []
  const { code, asked } = await runTree(join(root, 'node_modules/.bin/vitest'), args, {
    cwd: root,
    env,
    hear: (chunk) => said.push(String(chunk)),
  })
  if (asked) process.exit(130)
  const failed = existsSync(report) ? firstFailed(report) : undefined
  if (failed === undefined && code !== 0)
    throw new Failure(`No test failed in ${files.join(', ')}, and yet:\n${said.join('')}`)
  return { failed }
}

/**
 * What did not load at all shows nothing of a defence; after a failure the rest is not run, and that is none.
 * @param {string} report
 * @returns {string | undefined}
 */
function firstFailed(report) {
  /** @type {{ testResults: { name: string, message: string, status: string, assertionResults: { title: string, status: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const failed = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ title }) => `${relative(root, name)}: ${title}`),
  )
  if (failed[0] !== undefined) return failed[0]
  const unread = testResults.find(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  if (unread)
    throw new Failure(`${relative(root, unread.name)} could not be run: ${unread.message}`)
  return undefined
}
