import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from '../setup/paths.mjs'

const REPORTS = join(cache, 'reports')

/**
 * Where the report of that name is, if there is one.
 * @param {string} name
 */
export function reportAt(name) {
  return join(REPORTS, `${name}.json`)
}

/**
 * Where a runner is to write its report. None of an earlier run is left there.
 * @param {string} name
 */
export function freshReport(name) {
  const path = reportAt(name)
  mkdirSync(REPORTS, { recursive: true })
  rmSync(path, { force: true })
  return path
}
