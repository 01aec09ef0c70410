import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { isRunning } from '../testing/processes.ts'

const tree = join(import.meta.dirname, 'tree.mjs')
/** A program with a child of its own that would outlive it, and says both their ids. */
const family = `
  const { spawn } = require('node:child_process')
  const child = spawn('sleep', ['1000'])
  console.log(process.pid, child.pid)
  setInterval(() => {}, 1000)
`

/** Starts a runner of that family, and answers with everybody's ids. */
async function startFamily() {
  const code = `
    const { runTree } = await import(${JSON.stringify(tree)})
    const options = { cwd: '/', env: process.env }
    const { code } = await runTree(process.execPath, ['-e', ${JSON.stringify(family)}], options)
    process.exit(code)
  `
  const runner = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(runner.stdout), 'line')
  const [parent = 0, child = 0] = String(line).split(' ').map(Number)
  return { runner, parent, child }
}

test('a program that is killed takes its children with it', async () => {
  const { runner, parent, child } = await startFamily()

  process.kill(parent, 'SIGKILL')
  await once(runner, 'exit')

  await expect.poll(() => isRunning(child)).toBe(false)
})

test('a signal to the runner ends the program and its children', async () => {
  const { runner, parent, child } = await startFamily()

  runner.kill('SIGINT')
  await once(runner, 'exit')

  await expect.poll(() => isRunning(parent) || isRunning(child)).toBe(false)
})

test('a runner that is killed leaves nothing running', async () => {
  const { runner, parent, child } = await startFamily()

  runner.kill('SIGKILL')

  await expect.poll(() => isRunning(parent) || isRunning(child), { timeout: 15_000 }).toBe(false)
})
