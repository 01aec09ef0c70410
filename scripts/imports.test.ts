import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** By place, what it may not import. */
const FORBIDDEN = [
  ['apps/server', '@parley/group'],
  ['apps/server', '@parley/sframe'],
  ['apps/server', '@parley/sframe/worker'],
  ['apps/server', '../../../../packages/group/src/index.ts'],
  ['apps/server', '../../../web/src/main.tsx'],
  ['apps/server', '../../../../node_modules/ts-mls/dist/index.js'],
  ['apps/server', 'ts-mls'],
  ['packages/protocol', '@parley/seal'],
  ['packages/seal', '@parley/group'],
  ['packages/seal', '@parley/release'],
  ['packages/release', '@parley/group'],
  ['packages/group', '@parley/sframe'],
  ['packages/sframe', '../../../group/src/index.ts'],
  ['packages/sframe', '@parley/release'],
  ['packages/sframe', '@parley/release/recordings'],
  ['packages/call', '@parley/client'],
  ['packages/client', '@parley/web'],
  ['packages/client', 'livekit-client'],
  ['apps/web', '@parley/server'],
  ['packages/client', '@parley/demo'],
  ['apps/web', '@parley/demo'],
  ['apps/cli', '@parley/client'],
  ['apps/cli', '../../../server/src/config.ts'],
] as const
/** By place, what it may. */
const ALLOWED = [
  ['apps/server', '@parley/protocol'],
  ['apps/server', '@parley/seal'],
  ['apps/server', '@parley/release'],
  ['apps/server', '../config.ts'],
  ['apps/cli', '@parley/seal'],
  ['packages/sframe', '@parley/release/recordings/write'],
  ['packages/group', 'ts-mls'],
  ['packages/client', '@parley/group'],
  ['apps/web', 'livekit-client'],
] as const

type Report = { diagnostics: { code: string; filename: string }[] }

/** Plants each import in a file of its own, under the project's own rules, and gives the files to which lint says no. */
function refused(planted: Map<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'parley-imports-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  for (const [file, from] of planted) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), `export { x } from '${from}'\n`)
  }
  const oxlint = join(root, 'node_modules/.bin/oxlint')
  const { stdout } = spawnSync(oxlint, ['--format=json'], { cwd: folder, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as Report
  return diagnostics
    .filter(({ code }) => code.includes('no-restricted-imports'))
    .map(({ filename }) => filename)
}

test('imports that run the wrong way, by name or by path, are refused, and no others', () => {
  const files = (pairs: typeof FORBIDDEN | typeof ALLOWED, name: string) =>
    pairs.map(([place, from], i) => [`${place}/src/deeper/${name}${i}.ts`, from] as const)
  const forbidden = files(FORBIDDEN, 'forbidden')

  const found = refused(new Map([...forbidden, ...files(ALLOWED, 'allowed')]))

  expect(found.toSorted()).toEqual(forbidden.map(([file]) => file).toSorted())
})
