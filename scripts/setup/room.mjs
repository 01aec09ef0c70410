import { accessSync, constants, statfsSync } from 'node:fs'
import { Failure, Interrupted, sentenceFor } from './failure.mjs'
import { root } from './paths.mjs'

/** With less than this free, a failure is put down to it: a tool may only have been cut short. */
const FULL_BYTES = 64 * 1024 * 1024

/** With less than this free, whatever works is about to fail. */
const NOTHING_BYTES = 64 * 1024
const BETWEEN_LOOKS_MS = 1_000

/** Says in a sentence that the project's folder cannot be written to; making a folder in it may say something else. */
export function refuseUnwritable() {
  try {
    accessSync(root, constants.W_OK)
  } catch (error) {
    throw new Failure(sentenceFor(String(error)) ?? String(error), { cause: error })
  }
}

/**
 * The error to show for one that was met while the disk may have been full.
 * @param {unknown} error
 * @param {number} [freeBytes]
 */
export function orFullDisk(error, freeBytes = freeBytesOfProject()) {
  if (error instanceof Interrupted || freeBytes >= FULL_BYTES) return error
  return new Failure(sentenceFor('ENOSPC'), { cause: error })
}

/**
 * Watches the disk while something works: a tool may try for minutes to write to one that is full.
 * @returns {{ signal: AbortSignal, stop: () => void }} Aborted when nothing more can be written.
 */
export function watchForFullDisk(freeBytes = freeBytesOfProject) {
  const full = new AbortController()
  const watch = setInterval(() => {
    if (freeBytes() < NOTHING_BYTES) full.abort()
  }, BETWEEN_LOOKS_MS)
  return { signal: full.signal, stop: () => clearInterval(watch) }
}

function freeBytesOfProject() {
  const { bavail, bsize } = statfsSync(root)
  return bavail * bsize
}
