import { existsSync, readFileSync } from 'node:fs'
import { failuresOfBrowser, failuresOfUnit } from './failures.mjs'

/** @typedef {{ passed: number, failed: number, failures: string[] }} Tally `failures` says of each what failed, where it is known, and of what passed only when tried again. */

/** What a suite counts for that did not come to its end. */
export const DID_NOT_RUN = Object.freeze({ passed: 0, failed: 1, failures: [] })

/** What is counted already. */
export const NOTHING = Object.freeze({ passed: 0, failed: 0, failures: [] })

/**
 * Counts vitest's JSON report; what was skipped was not shown, so it counts as failed.
 * @param {string} path
 * @returns {Tally}
 */
export function tallyOfUnit(path) {
  const report = readReport(path)
  if (report === undefined) return DID_NOT_RUN
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: failed + broken.length,
    failures: failuresOfUnit(report),
  }
}

/**
 * Counts Playwright's JSON report; what was skipped counts as failed, and what passed when tried again as passed.
 * @param {string} path
 * @returns {Tally}
 */
export function tallyOfBrowser(path) {
  const report = readReport(path)
  if (report === undefined) return DID_NOT_RUN
  const { expected, unexpected, flaky, skipped } = report.stats
  return {
    passed: expected + flaky,
    failed: unexpected + skipped + report.errors.length,
    failures: failuresOfBrowser(report),
  }
}

/**
 * Counts the targets of a fuzz run by its last line: one with a finding failed.
 * @param {string} said
 * @returns {Tally}
 */
export function tallyOfFuzz(said) {
  const [, json] = /^(\{"fuzz":.*\})$/m.exec(said) ?? []
  if (json === undefined) return DID_NOT_RUN
  /** @type {{ fuzz: { seed: number, targets: Record<string, { findings: number, files: string[] }> } }} */
  const { fuzz } = JSON.parse(json)
  const targets = Object.entries(fuzz.targets)
  const found = targets.filter(([, { findings }]) => findings > 0)
  return {
    passed: targets.length - found.length,
    failed: found.length,
    failures: found.map(
      ([name, { files }]) => `FAILED: fuzz ${name} --seed ${fuzz.seed}: ${files.join(', ')}`,
    ),
  }
}

/**
 * Adds a failure if the suite's exit code says one that its report does not.
 * @param {Tally} tally
 * @param {number} code
 * @returns {Tally}
 */
export function withExitCode(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  }
}

/** @param {string} path */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
