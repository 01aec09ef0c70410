import { readFileSync } from 'node:fs'
import { Failure } from '../setup/failure.mjs'

/** @typedef {{ number: number, by: string, shownMs: number | 'nothing', fact: string, isWithstood: boolean }} Played */

/**
 * The stories in vitest's JSON report, by what each told of itself.
 * @param {string} path
 * @returns {Played[]}
 */
export function attacksIn(path) {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'))
  return testResults.flatMap(
    (/** @type {{ name: string, message: string, assertionResults: any[] }} */ file) => {
      if (file.assertionResults.length === 0)
        throw new Failure(`${file.name} could not be played: ${file.message}`)
      return file.assertionResults.flatMap(({ title, status, meta: { attack } = {} }) =>
        attack ? [{ ...attack, fact: title, isWithstood: status === 'passed' }] : [],
      )
    },
  )
}

/**
 * The stories in Playwright's JSON report, likewise.
 * @param {string} path
 * @returns {Played[]}
 */
export function attacksInBrowsers(path) {
  return JSON.parse(readFileSync(path, 'utf8')).suites.flatMap(storiesIn)
}

/**
 * Of a story that was tried again, the last try counts, as it does in the tests.
 * @param {Suite} suite
 * @returns {Played[]}
 *
 * @typedef {{ suites?: Suite[], specs?: { title: string, tests: Test[] }[] }} Suite
 * @typedef {{ results: { status: string, annotations: { type: string, description?: string }[] }[] }} Test
 */
function storiesIn({ suites = [], specs = [] }) {
  const here = specs.flatMap(({ title, tests }) =>
    tests.flatMap(({ results }) => {
      const { status, annotations = [] } = results.at(-1) ?? {}
      const { description } = annotations.find(({ type }) => type === 'attack') ?? {}
      if (description === undefined) return []
      return [{ ...JSON.parse(description), fact: title, isWithstood: status === 'passed' }]
    }),
  )
  return [...here, ...suites.flatMap(storiesIn)]
}

/**
 * A row for each attack, and under it what its stories showed. What is not played is said to be missing; an attack without any story is a failure.
 * @param {{ attacks: ReadonlyMap<number, string>, open: ReadonlyMap<number, string> }} list
 * @param {readonly Played[]} played
 * @param {readonly number[]} wanted All, if it is empty.
 */
export function tableOfAttacks({ attacks, open }, played, wanted = []) {
  const asked = [...attacks].filter(([number]) => wanted.length === 0 || wanted.includes(number))
  const lines = asked.flatMap(([number, words]) => {
    const stories = played.filter((one) => one.number === number)
    const head = `${String(number).padStart(2)}  ${words}`
    if (stories.length === 0) return [`${head}: MISSING`]
    const left = open.get(number)
    return [head, ...stories.map(storyLine), ...(left ? [`    MISSING    ${left}`] : [])]
  })
  const stories = played.filter(({ number }) => asked.some(([one]) => one === number))
  const failed = stories.filter(({ isWithstood }) => !isWithstood)
  const missing = asked.filter(([number]) => !stories.some((one) => one.number === number))
  const inPart = asked.filter(
    ([number]) => !missing.some(([one]) => one === number) && open.has(number),
  )
  const sum = `${stories.length - failed.length} withstood, ${failed.length} succeeded; of ${asked.length} attacks ${missing.length} are missing, ${inPart.length} in part`
  return {
    lines: [...lines, '', sum],
    hasFailed: failed.length + missing.length > 0,
    isAnyMissing: missing.length > 0,
  }
}

/** @param {Played} story */
function storyLine({ by, shownMs, fact, isWithstood }) {
  const result = isWithstood ? 'withstood' : 'SUCCEEDED'
  const shown =
    shownMs === 'nothing' ? 'nothing to show' : `shown in ${(shownMs / 1000).toFixed(2)} s`
  return `    ${result}  ${by.padEnd(9)} ${(isWithstood ? shown : '').padEnd(16)} ${fact}`
}
