import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeFinding } from './findings.ts'
import { TARGETS } from './targets.ts'

const root = join(import.meta.dirname, '..')

function fuzz(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['fuzz/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stderr, printed: stdout === '' ? undefined : (JSON.parse(stdout) as unknown) }
}

test('a name that is none is refused with all that are', () => {
  const { status, stderr, printed } = fuzz('no-such-name')

  expect(status).toBe(1)
  expect(stderr).toContain('There is no target "no-such-name".')
  for (const name of TARGETS.keys()) expect(stderr).toContain(name)
  expect(printed).toBe(undefined)
})

test('a run prints one line of JSON, with its seed and what it counted', () => {
  const { status, printed } = fuzz('link', '--minutes', '0.005', '--seed', '7')

  expect(status).toBe(0)
  const target = { runs: expect.any(Number), branches: expect.any(Number), findings: 0, files: [] }
  expect(printed).toMatchObject({ fuzz: { seed: 7, findings: 0, targets: { link: target } } })
})

test('what was found is run again from its file, and what is mended is found no more', () => {
  const file = writeFinding({
    target: 'link',
    fault: 'error',
    says: 'mended',
    seed: 7,
    inputs: ['I3NlYXQ9'],
  })
  onTestFinished(() => rmSync(join(root, file)))

  expect(fuzz('--repeat', file)).toMatchObject({
    status: 0,
    printed: { fuzz: { findings: 0, targets: { link: { runs: 1 } } } },
  })
})
