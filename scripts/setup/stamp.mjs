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

/**
 * Does work again only if what it depends on has another digest than when it was last done, or its outcome is gone.
 * @param {{ stamp: string, digest: string, outcome: string, work: () => Promise<unknown> }} task
 */
export async function unlessDone({ stamp, digest, outcome, work }) {
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (last === digest && existsSync(outcome)) return
  await work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
}
