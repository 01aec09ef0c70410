import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import type { Results } from './spread.ts'

/** What else the machine did, and what was measured: without both a figure says nothing. */
type Conditions = {
  /** Processes that wanted a processor, on average over the minute before; and over the last one. */
  load: number
  loadAfter: number
  /** That it took. */
  seconds: number
  commit: string
  date: string
}

/** What a run of a bench prints as its last line. */
export type Report = {
  bench: string
  results: Results
  conditions: Conditions
  /** Why it came to no end, where it did not: what it had measured by then stands in the results. */
  failure?: string
}

/** Thrown by a bench that goes wrong when some of it is measured. */
export class Unfinished extends Error {
  readonly results: Results

  constructor(results: Results, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.results = results
  }
}

/** Runs a bench, and notes under which conditions. */
export async function reportOn(bench: string, run: () => Promise<Results>): Promise<Report> {
  const [before, fromMs] = [load(), performance.now()]
  const found = await run().catch((error: unknown) => {
    if (error instanceof Unfinished) return error
    throw error
  })
  const date = new Date().toISOString()
  const seconds = Math.round((performance.now() - fromMs) / 1000)
  const conditions = { load: before, loadAfter: load(), seconds, commit: commit(), date }
  return found instanceof Unfinished
    ? { bench, results: found.results, conditions, failure: found.message }
    : { bench, results: found, conditions }
}

/** The report that a command printed: its last line, whatever came before. Throws if there is none. */
export function readReport(output: string): Report {
  const last = output.trimEnd().split('\n').at(-1) ?? ''
  const report: unknown = JSON.parse(last)
  if (!isReport(report)) throw new Error('The last line is no report of a bench')
  return report
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'bench' in value && 'results' in value
}

function load(): number {
  return Number(loadavg()[0]?.toFixed(2) ?? 0)
}

/** With a `+` behind it where files were changed since; `unknown` outside a clone. */
function commit(): string {
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? '+' : '')
  } catch {
    return 'unknown'
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
}
