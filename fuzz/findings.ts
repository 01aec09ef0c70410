import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Finding } from './engine/finding.ts'

const root = join(import.meta.dirname, '..')

/** Writes what was found into a file that repeats it, and gives its path from the root of the project. */
export function writeFinding(finding: Finding): string {
  const folder = join(root, '.cache/fuzz')
  const hash = createHash('sha256').update(finding.inputs.join('.')).digest('hex').slice(0, 12)
  const file = join(folder, `${finding.target}-${finding.fault}-${hash}.json`)
  const path = relative(root, file)
  mkdirSync(folder, { recursive: true })
  const repeat = `npm run fuzz -- --repeat ${path}`
  writeFileSync(file, `${JSON.stringify({ repeat, ...finding }, undefined, 2)}\n`)
  return path
}

/** Reads what `writeFinding` wrote. */
export function readFinding(file: string): Finding {
  return JSON.parse(readFileSync(file, 'utf8')) as Finding
}
