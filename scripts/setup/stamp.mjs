import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './paths.mjs'

const NOT_SOURCES = new Set(['node_modules', 'dist', '.tsc', '.cache'])
const TEST = /\.(test|spec)\.tsx?$/

/**
 * One digest over the names and contents of all sources below some files and folders, tests left out.
 * @param {string[]} places Relative to the project.
 */
export function digestOf(places) {
  const hash = createHash('sha256')
  for (const place of places) {
    const path = join(root, place)
    if (existsSync(path)) digestInto(hash, path)
  }
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function digestInto(hash, path) {
  const entries = entriesOf(path)
  if (entries !== undefined) {
    for (const name of entries) digestInto(hash, join(path, name))
  } else if (!TEST.test(path)) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
}

/** @param {string} path */
function entriesOf(path) {
  try {
    return readdirSync(path)
      .filter((name) => !NOT_SOURCES.has(name))
      .toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined
    throw error
  }
}

/** @typedef {{ stamp: string, digest: string, outcome: string }} Task Where the digest is kept of what its outcome was made from, and the digest of what it would be made from now. */

/**
 * Does work again only if what it depends on has another digest than when it was last done, or its outcome is gone.
 * @param {Task & { work: () => Promise<unknown> }} task
 */
export async function unlessDone({ work, ...task }) {
  if (isDone(task)) return
  await work()
  mkdirSync(dirname(task.stamp), { recursive: true })
  writeFileSync(task.stamp, task.digest)
}

/**
 * Whether the outcome is there, made from what is there now.
 * @param {Task} task
 */
export function isDone({ stamp, digest, outcome }) {
  return existsSync(outcome) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}
