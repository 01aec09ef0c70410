import { SIGNALS, runTree } from '../run/tree.mjs'
import { Failure, Interrupted, sentenceFor } from './failure.mjs'
import { root } from './paths.mjs'
import { watchForFullDisk } from './room.mjs'

/** How much of a tool's last words is kept for the case that it fails. */
const KEPT_CHARACTERS = 8_000

/**
 * Runs a tool to its end, quietly and as a tree; if it fails, its last words are in the error.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} What it printed, at most the last 8,000 characters.
 */
export async function runTool(command, args, { cwd = root, env = process.env } = {}) {
  let words = ''
  const hear = (/** @type {Buffer} */ chunk) => {
    words = (words + chunk.toString()).slice(-KEPT_CHARACTERS)
  }
  const disk = watchForFullDisk()
  for (const name of SIGNALS) process.on(name, bear)
  /** @type {{ code: number, asked: boolean } | undefined} */
  let ending
  try {
    ending = await runTree(command, args, { cwd, env, hear, signal: disk.signal })
  } finally {
    disk.stop()
    if (!ending?.asked) for (const name of SIGNALS) process.off(name, bear)
  }
  const { code, asked } = ending
  if (disk.signal.aborted) throw new Failure(sentenceFor('ENOSPC'))
  if (asked) throw new Interrupted()
  if (code === 0) return words
  throw new Failure(sentenceFor(words) ?? `${words.trim()}\n${command} failed with ${code}.`)
}

/** Told to end, what is left to do is to clear up, and a second signal is not to stop that. */
function bear() {
  return undefined
}
