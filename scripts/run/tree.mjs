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
  // Before it runs: a wish to end that comes in its first moment is not lost.
  const asking = askToEnd(options.signal)
  try {
    return { code: await runGroup(command, args, { ...options, asking }), asked: asking.asked() }
  } finally {
    asking.stop()
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, hear?: (chunk: Buffer) => void, asking: Asking }} options
 * @returns {Promise<number>} Its exit code.
 */
async function runGroup(command, args, { cwd, env, hear, asking }) {
  const output = hear === undefined ? 'inherit' : 'pipe'
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', output, output],
    detached: true,
  })
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, /** @type {NodeJS.Signals | null} */ signal) =>
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']),
    )
  })
  if (hear !== undefined) for (const said of [child.stdout, child.stderr]) said?.on('data', hear)
  const closed = new Promise((resolve) => child.once('close', resolve))
  const group = child.pid
  if (group === undefined) return Number(await ended)
  const guarding = guard(group)
  asking.begin(group)
  try {
    return Number(await ended)
  } finally {
    signalGroup(group, 'SIGKILL')
    guarding.stop()
    await closed
  }
}

/** @typedef {ReturnType<typeof askToEnd>} Asking */

/**
 * Hears each wish to end (SIGINT, SIGTERM, SIGHUP, and the end of the npm that runs us), and passes it on to the
 * group once that has begun.
 * @param {AbortSignal | undefined} abort
 */
function askToEnd(abort) {
  let askedAt = -Infinity
  /** @type {number | undefined} */
  let group
  /** @type {NodeJS.Timeout | undefined} */
  let impatience
  const passOn = (/** @type {NodeJS.Signals} */ signal) => {
    const to = group
    if (to === undefined) return
    signalGroup(to, signal)
    impatience ??= setTimeout(() => signalGroup(to, 'SIGKILL'), GRACE_MS)
  }
  const ask = () => {
    const now = performance.now()
    if (now - askedAt < SAME_SIGNAL_MS) return
    const isFirst = askedAt === -Infinity
    askedAt = now
    passOn(isFirst ? 'SIGTERM' : 'SIGKILL')
  }
  const orphaned = whenNpmIsGone(ask)
  for (const signal of SIGNALS) process.on(signal, ask)
  abort?.addEventListener('abort', ask)
  if (abort?.aborted) ask()
  return {
    asked: () => askedAt > -Infinity,
    begin(/** @type {number} */ started) {
      group = started
      if (askedAt > -Infinity) passOn('SIGTERM')
    },
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
