import { stripVTControlCharacters } from 'node:util'

/** Lines of what a failed test says. Larger: few of them fit in what is read last. Smaller: the place where it failed is cut off. */
const LINES = 40

/** Lines of what its server logged last. */
const LOGGED = 10

/**
 * Each test of vitest's report that failed, with its place, its name and why.
 * @param {{ testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} report
 * @returns {string[]}
 */
export function failuresOfUnit({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [words(`FAILED: ${name}`, message)]
    return failed.map((test) =>
      words(`FAILED: ${name} › ${test.fullName}`, ...test.failureMessages),
    )
  })
}

/**
 * Each test of Playwright's report that did not pass at once, with its place, its name, why it failed first, and what the server said last.
 * @param {{ suites?: Suite[], errors?: { message?: string }[] }} report
 * @returns {string[]}
 *
 * @typedef {{ title: string, suites?: Suite[], specs?: Spec[] }} Suite
 * @typedef {{ title: string, file: string, line: number, tests: { status: string, results: Result[] }[] }} Spec
 * @typedef {{ errors?: { message?: string }[], stderr?: { text?: string }[] }} Result
 */
export function failuresOfBrowser({ suites = [], errors = [] }) {
  const outside = errors.map(({ message = '' }) => words('FAILED: outside of a test', message))
  return [...outside, ...suites.flatMap(failuresIn)]
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function failuresIn({ suites = [], specs = [] }) {
  const here = specs.flatMap(({ title, file, line, tests }) =>
    tests.flatMap(({ status, results }) => {
      const first = results.find(({ errors = [] }) => errors.length > 0)
      if (status === 'expected' || !first) return []
      const what = status === 'flaky' ? 'PASSED ONLY WHEN TRIED AGAIN' : 'FAILED'
      const why = (first.errors ?? []).map(({ message = '' }) => message)
      const said = (first.stderr ?? []).map(({ text = '' }) => text).join('')
      return [
        `${words(`${what}: ${file}:${line} › ${title}`, ...why)}\n${lastLines(said)}`.trimEnd(),
      ]
    }),
  )
  return [...here, ...suites.flatMap(failuresIn)]
}

/**
 * @param {string} title
 * @param {string[]} why
 */
function words(title, ...why) {
  const lines = stripVTControlCharacters(why.join('\n')).trim().split('\n')
  const shown = lines.length > LINES ? [...lines.slice(0, LINES), '…'] : lines
  return [title, ...shown.map(inset)].join('\n')
}

/** @param {string} said */
function lastLines(said) {
  return said.trim().split('\n').slice(-LOGGED).map(inset).join('\n')
}

/** @param {string} line */
function inset(line) {
  return `  ${line}`
}
