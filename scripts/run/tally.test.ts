import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sum, tallyOfBrowser, tallyOfUnit, withExitCode } from './tally.mjs'

function report(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tally-')), 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

test('a skipped test, and a file that could not be loaded, count as failed', () => {
  const path = report({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ],
  })

  expect(tallyOfUnit(path)).toEqual({ passed: 5, failed: 4 })
})

test('a browser test that passed only when tried again counts as failed', () => {
  const path = report({
    stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 1 },
    errors: [],
  })

  expect(tallyOfBrowser(path)).toEqual({ passed: 3, failed: 2 })
})

test('a suite without a report, or with a bad end, counts as failed', () => {
  expect(tallyOfUnit('/nowhere/report.json')).toEqual({ passed: 0, failed: 1 })
  expect(withExitCode({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 })
  expect(withExitCode({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 })
})

test('the last line adds all suites', () => {
  expect(
    sum([
      { passed: 3, failed: 1 },
      { passed: 4, failed: 0 },
    ]),
  ).toEqual({ passed: 7, failed: 1 })
})
