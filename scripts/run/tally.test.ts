import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sum, tallyOfBrowser, tallyOfFuzz, tallyOfUnit, withExitCode } from './tally.mjs'

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
      { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: 'b.test.ts', status: 'failed', assertionResults: [{ status: 'passed' }] },
    ],
  })

  expect(tallyOfUnit(path)).toMatchObject({ passed: 5, failed: 4 })
})

test('a browser test that was skipped counts as failed, and one that passed when tried again as passed', () => {
  const path = report({
    stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 1 },
    errors: [],
  })

  expect(tallyOfBrowser(path)).toEqual({ passed: 4, failed: 1, failures: [] })
})

test('a decoder with a finding counts as failed, with the file that tells of it', () => {
  const targets = { jws: { findings: 0, files: [] }, link: { findings: 2, files: ['a', 'b'] } }
  const said = `jws: 5 runs\n${JSON.stringify({ fuzz: { seed: 7, minutes: 1, targets } })}\n`

  const failures = ['FAILED: fuzz link --seed 7: a, b']
  expect(tallyOfFuzz(said)).toEqual({ passed: 1, failed: 1, failures })
  expect(tallyOfFuzz('jws: 5 runs\n')).toMatchObject({ passed: 0, failed: 1 })
})

test('a suite without a report, or with a bad end, counts as failed', () => {
  expect(tallyOfUnit('/nowhere/report.json')).toMatchObject({ passed: 0, failed: 1 })
  const tally = { passed: 3, failed: 0, failures: [] }
  expect(withExitCode(tally, 1)).toMatchObject({ passed: 3, failed: 1 })
  expect(withExitCode({ ...tally, failed: 2 }, 1)).toMatchObject({ passed: 3, failed: 2 })
})

test('the last line adds all suites', () => {
  expect(
    sum([
      { passed: 3, failed: 1, failures: ['one'] },
      { passed: 4, failed: 2, failures: ['two', 'three'] },
    ]),
  ).toEqual({ passed: 7, failed: 3, failures: ['one', 'two', 'three'] })
})
