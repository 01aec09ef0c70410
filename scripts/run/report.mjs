import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from '../setup/paths.mjs'

const REPORTS = join(cache, 'reports')

/**
 * Where a runner is to write its report. None of an earlier run is left there.
 * @param {string} name
 */
export function freshReport(name) {
  const path = join(REPORTS, `${name}.json`)
  mkdirSync(REPORTS, { recursive: true })
  rmSync(path, { force: true })
  return path
}
