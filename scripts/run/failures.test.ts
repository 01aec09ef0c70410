import { expect, test } from 'vitest'
import { failuresOfBrowser, failuresOfUnit } from './failures.mjs'

test('a unit test that failed is named with its file and why, and a file that could not be loaded with what it said', () => {
  const passed = { status: 'passed', fullName: 'stands', failureMessages: [] }
  const failed = { status: 'failed', fullName: 'falls', failureMessages: ['expected 1 to be 2'] }

  expect(
    failuresOfUnit({
      testResults: [
        { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
        { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [passed] },
      ],
    }),
  ).toEqual([
    'FAILED: a.test.ts › falls\n  expected 1 to be 2',
    'FAILED: b.test.ts\n  no such module',
  ])
})

test('a browser test that failed says why, without colours, and what the server logged last', () => {
  const stderr = Array.from({ length: 12 }, (_, at) => ({ text: `line ${at}\n` }))
  const errors = [{ message: '\u001B[31mexpected a picture\u001B[39m' }]
  const spec = { file: 'x.spec.ts', line: 7 }

  const [failure, ...others] = failuresOfBrowser({
    suites: [
      {
        title: 'x.spec.ts',
        specs: [
          { ...spec, title: 'stands', tests: [{ status: 'expected', results: [{ stderr }] }] },
        ],
        suites: [
          {
            title: 'inside',
            specs: [
              {
                ...spec,
                title: 'falls',
                tests: [{ status: 'unexpected', results: [{ errors, stderr }] }],
              },
            ],
          },
        ],
      },
    ],
  })

  expect(others).toEqual([])
  expect(failure?.split('\n')).toEqual([
    'FAILED: x.spec.ts:7 › falls',
    '  expected a picture',
    ...Array.from({ length: 10 }, (_, at) => `  line ${at + 2}`),
  ])
})

test('what is long is cut, and what failed outside of a test is told', () => {
  const message = Array.from({ length: 100 }, (_, at) => `at ${at}`).join('\n')

  const [failure] = failuresOfBrowser({ errors: [{ message }] })

  expect(failure?.split('\n')).toHaveLength(42)
  expect(failure).toMatch(/^FAILED: outside of a test\n[^]*…$/)
})

test('a browser test that passed when tried again is told with why it failed first', () => {
  const results = [{ errors: [{ message: 'no picture came' }] }, { errors: [] }]
  const spec = { title: 'stands in the end', file: 'x.spec.ts', line: 7 }
  const suite = { title: 'x.spec.ts', specs: [{ ...spec, tests: [{ status: 'flaky', results }] }] }

  expect(failuresOfBrowser({ suites: [suite] })).toEqual([
    'PASSED ONLY WHEN TRIED AGAIN: x.spec.ts:7 › stands in the end\n  no picture came',
  ])
})
