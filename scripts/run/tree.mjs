import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { guard } from './guard.mjs'
import { whenNpmIsGone } from './npmGone.mjs'

/** How long a tree may take to end in its own way before it is ended. */
const GRACE_MS = 15_000
/** A terminal and npm both pass on one Ctrl-C: within this time two are one. */
const SAME_SIGNAL_MS = 1_000
/** How we are told to end. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** How systems say that nothing of a group runs any more (EPERM: only zombies, on macOS). */
const GONE = new Set(/** @type {unknown[]} */ (['ESRCH', 'EPERM']))

/**
 * Runs a program with all that it starts as one tree, which is gone when this returns: its own children are ended
 * with it, signals to us go to it once, and a guard ends it if we are killed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, signal?: AbortSignal, hear?: (chunk: Buffer) => void }} options
 *   `hear` takes what it prints, which otherwise goes where ours goes.
 * @returns {Promise<{ code: number, asked: boolean }>} Its exit code, and whether its end was asked for.
 */
export async function runTree(command, args, options) {
  const output = options.hear === undefined ? 'inherit' : 'pipe'
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', output, output],
    detached: true,
  })
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, /** @type {NodeJS.Signals | null} */ signal) =>
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']),
    )
  })
  const { hear } = options
  if (hear !== undefined) for (const said of [child.stdout, child.stderr]) said?.on('data', hear)
  const closed = new Promise((resolve) => child.once('close', resolve))
  const group = child.pid
  if (group === undefined) return { code: Number(await ended), asked: false }
  const guarding = guard(group)
  const asking = askToEnd(group, options.signal)
  try {
    return { code: Number(await ended), asked: asking.asked() }
  } finally {
    signalGroup(group, 'SIGKILL')
    guarding.stop()
    await closed
    asking.stop()
  }
}

/**
 * Passes on each wish to end: SIGINT, SIGTERM, SIGHUP, and the end of the npm that runs us.
 * @param {number} group
 * @param {AbortSignal | undefined} abort
 */
function askToEnd(group, abort) {
  let askedAt = -Infinity
  /** @type {NodeJS.Timeout | undefined} */
  let impatience
  const ask = () => {
    const now = performance.now()
    if (now - askedAt < SAME_SIGNAL_MS) return
    signalGroup(group, askedAt === -Infinity ? 'SIGTERM' : 'SIGKILL')
    askedAt = now
    impatience ??= setTimeout(() => signalGroup(group, 'SIGKILL'), GRACE_MS)
  }
  const orphaned = whenNpmIsGone(ask)
  for (const signal of SIGNALS) process.on(signal, ask)
  abort?.addEventListener('abort', ask)
  if (abort?.aborted) ask()
  return {
    asked: () => askedAt > -Infinity,
    stop() {
      clearTimeout(impatience)
      clearInterval(orphaned)
      for (const signal of SIGNALS) process.off(signal, ask)
      abort?.removeEventListener('abort', ask)
    },
  }
}

/**
 * @param {number} group
 * @param {NodeJS.Signals} signal
 */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal)
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && GONE.has(error.code)
    if (!isGone) throw error
  }
}
