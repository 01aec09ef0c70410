// npm test [-- check unit browser fuzz]: sets up what is missing, runs the suites, and ends with what failed and one line that counts them all.
import { parseArgs } from 'node:util'
import { attacksWithstood, browserSuite, checkSuite, fuzzSuite, unitSuite } from './run/suites.mjs'
import { DID_NOT_RUN, NOTHING, sum } from './run/tally.mjs'
import { Failure, exitWith, wordsFor } from './setup/failure.mjs'
import { setup } from './setup.mjs'

const SUITES = new Map([
  ['check', checkSuite],
  ['unit', unitSuite],
  ['browser', browserSuite],
  ['fuzz', fuzzSuite],
])

await test().catch(exitWith)

async function test() {
  const { positionals } = parseArgs({ allowPositionals: true })
  const names = positionals.length > 0 ? positionals : [...SUITES.keys()]
  const on = await setup({ tests: true })
  const tallies = []
  for (const name of names) tallies.push(await runSuite(name, on))
  if (names.includes('unit') && names.includes('browser')) tallies.push(showAttacks())
  const { passed, failed, failures } = sum(tallies)
  for (const failure of failures) console.log(`\n${failure}`)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}

/** The stories are counted with their suites: what counts here is whether an attack has none. */
function showAttacks() {
  try {
    const { lines, isAnyMissing } = attacksWithstood()
    console.log(`\n── attacks ──\n${lines.join('\n')}`)
    return isAnyMissing ? DID_NOT_RUN : NOTHING
  } catch (error) {
    console.error(wordsFor(error))
    return DID_NOT_RUN
  }
}

/**
 * @param {string} name
 * @param {{ node: string, env: NodeJS.ProcessEnv }} on
 */
async function runSuite(name, on) {
  const suite = SUITES.get(name)
  if (suite === undefined) throw new Failure(`There is no suite "${name}".`)
  const from = performance.now()
  console.log(`\n── ${name} ──`)
  const tally = await suite(on).catch((error) => {
    console.error(wordsFor(error))
    return DID_NOT_RUN
  })
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed in ${seconds} s`)
  return tally
}
