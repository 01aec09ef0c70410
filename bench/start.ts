import { setTimeout as after } from 'node:timers/promises'
import { progress } from './progress.ts'
import { startParley } from './processes/started.ts'
import { processes, stillRunning, treeOf } from './processes/table.ts'
import { round, spreadOf, type Results } from './report/spread.ts'

const ROUNDS = 5
/** How long it is left alone before it is stopped: within its first tenth of a second LiveKit does not hear a signal. */
const REST_MS = 1000

/**
 * `npm start` after set-up: until the link is printed, the media server being there by then; from Ctrl-C to
 * its end; and which of its processes are left then.
 */
export async function start(): Promise<Results> {
  const rounds: { linkMs: number; stopMs: number; left: number }[] = []
  while (rounds.length < ROUNDS) {
    rounds.push(await startOnce())
    progress(JSON.stringify(rounds.at(-1)))
  }
  return {
    linkMs: spreadOf(rounds.map(({ linkMs }) => round(linkMs))),
    stopMs: spreadOf(rounds.map(({ stopMs }) => round(stopMs))),
    leftRunning: rounds.reduce((sum, { left }) => sum + left, 0),
  }
}

async function startOnce(): Promise<{ linkMs: number; stopMs: number; left: number }> {
  await using started = await startParley('npm', ['start'])
  await after(REST_MS)
  const running = treeOf(started.pid, processes())
  const fromMs = performance.now()
  await started.stop()
  const stopMs = performance.now() - fromMs
  const left = stillRunning(running, processes())
  for (const { name, pid } of left) progress(`left running: ${name} (${pid})`)
  return { linkMs: started.linkMs, stopMs, left: left.length }
}
