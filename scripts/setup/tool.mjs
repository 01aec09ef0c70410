import { spawn } from 'node:child_process'
import { root } from './paths.mjs'
import { Failure, sentenceFor } from './failure.mjs'

/** How much of a tool's last words is kept for the case that it fails. */
const KEPT_CHARACTERS = 8_000
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a tool to its end, quietly; if it fails, its last words are in the error.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} What it printed, at most the last 8,000 characters.
 */
export async function runTool(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const keep = (/** @type {Buffer} */ chunk) => {
    words = (words + chunk.toString()).slice(-KEPT_CHARACTERS)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const endBoth = () => {
    child.kill()
    process.exit(130)
  }
  for (const signal of SIGNALS) process.on(signal, endBoth)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => SIGNALS.forEach((signal) => process.off(signal, endBoth)))
  if (code === 0) return words
  throw new Failure(sentenceFor(words) ?? `${words.trim()}\n${command} failed with ${code}.`)
}
