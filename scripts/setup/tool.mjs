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
  const run = runTree(command, args, { cwd, env, hear, signal: disk.signal })
  const { code, asked } = await run.finally(disk.stop)
  if (disk.signal.aborted) throw new Failure(sentenceFor('ENOSPC'))
  if (asked) {
    // What is left to do is to clear up, and a second signal is not to stop that.
    for (const name of SIGNALS) process.on(name, () => undefined)
    throw new Interrupted()
  }
  if (code === 0) return words
  throw new Failure(sentenceFor(words) ?? `${words.trim()}\n${command} failed with ${code}.`)
}
