import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './paths.mjs'

const WORKSHOP = /^building-.*-(\d+)$/

/**
 * Lends a folder to make something in, so that nothing half-made is ever where the finished is looked for. It is gone
 * afterwards, and so are those of set-ups that were killed.
 * @template T
 * @param {string} name
 * @param {(workshop: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inWorkshop(name, work) {
  clearAbandoned()
  const workshop = join(cache, `building-${name}-${process.pid}`)
  mkdirSync(workshop, { recursive: true })
  try {
    return await work(workshop)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

function clearAbandoned() {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const pid = Number(WORKSHOP.exec(name)?.[1] ?? process.pid)
    if (!isRunning(pid)) rmSync(join(cache, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
