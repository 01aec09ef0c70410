import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attacksInBrowsers, tableOfAttacks } from './attackTable.mjs'

const attacks = new Map([
  [1, 'a forged pass'],
  [2, 'a hidden leaving'],
])
const open = new Map([[1, 'a pass of another call']])
const story = { number: 1, by: 'S', shownMs: 50, fact: 'it is refused', isWithstood: true }

test('what is not played of an attack is said to be missing, and an attack without a story fails', () => {
  const { lines, hasFailed } = tableOfAttacks({ attacks, open }, [story])

  expect(lines).toEqual([
    ' 1  a forged pass',
    '    withstood  S         shown in 0.05 s  it is refused',
    '    MISSING    a pass of another call',
    ' 2  a hidden leaving: MISSING',
    '',
    '1 withstood, 0 succeeded; of 2 attacks 1 are missing, 1 in part',
  ])
  expect(hasFailed).toBe(true)
  expect(tableOfAttacks({ attacks, open }, [story], [1]).hasFailed).toBe(false)
})

test('a story that fails is an attack that succeeds', () => {
  const { lines, hasFailed } = tableOfAttacks(
    { attacks, open: new Map() },
    [{ ...story, isWithstood: false }],
    [1],
  )

  expect(lines[1]).toContain('SUCCEEDED')
  expect(lines.at(-1)).toBe('0 withstood, 1 succeeded; of 1 attacks 0 are missing, 0 in part')
  expect(hasFailed).toBe(true)
})

test('stories that were played in browsers are read from what each told of itself', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'attacks-')), 'report.json')
  const told = { number: 2, by: 'S', shownMs: 900 }
  const annotations = [{ type: 'attack', description: JSON.stringify(told) }]
  const tests = (...statuses: string[]) => [
    { results: statuses.map((status) => ({ status, annotations })) },
  ]
  const file = {
    specs: [{ title: 'no attack', tests: [{ results: [{ status: 'passed', annotations: [] }] }] }],
    suites: [
      {
        specs: [
          { title: 'it is shown', tests: tests('failed', 'passed') },
          { title: 'it is refused', tests: tests('failed', 'failed') },
        ],
      },
    ],
  }
  writeFileSync(path, JSON.stringify({ suites: [file] }))

  expect(attacksInBrowsers(path)).toEqual([
    { ...told, fact: 'it is shown', isWithstood: true },
    { ...told, fact: 'it is refused', isWithstood: false },
  ])
})
