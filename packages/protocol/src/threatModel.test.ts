import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const model = new URL('../../../docs/threat-model.md', import.meta.url)
const text = readFileSync(model, 'utf8')

/** The rows of the tables whose head is `test | in`: the name of a test, and the file that has it. */
const rows = [...text.matchAll(/^\| test \| in \|\n\| --- \| --- \|\n((?:\|.*\|\n)+)/gm)]
  .flatMap(([, table = '']) => table.trimEnd().split('\n'))
  .map((row) => /^\| (?<name>.+) \| \[\w[\w-]*\]\((?<file>\S+)\) \|$/.exec(row)?.groups ?? { row })

/** Whether a file has that name as a whole literal: of a test, or of a row of one that is run for each. */
function hasTest(file: URL, name: string): boolean {
  if (!existsSync(file)) return false
  const source = readFileSync(file, 'utf8')
  return [`'${name}'`, `"${name}"`, `\`${name}\``].some((literal) => source.includes(literal))
}

test('each test that the threat model names is in the file that it names', () => {
  const missing = rows.filter(
    ({ name, file }) =>
      !name || !/\.(test|spec)\.ts$/.test(file ?? '') || !hasTest(new URL(file ?? '', model), name),
  )

  expect(missing).toEqual([])
})

test('the threat model names tests under each of its twelve claims, and none outside a table', () => {
  const claims = [...text.matchAll(/^### (C\d+)\n(.*?)(?=^##)/gms)]
  const mentioned = text.match(/\((\S+\.(?:test|spec)\.ts)\)/g) ?? []

  expect(claims.map(([, claim]) => claim)).toEqual(
    Array.from({ length: 12 }, (_, at) => `C${at + 1}`),
  )
  expect(claims.filter(([, , under]) => !under?.includes('| test | in |'))).toEqual([])
  expect(rows).toHaveLength(mentioned.length)
})
