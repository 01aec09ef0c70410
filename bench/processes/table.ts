import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process as the system lists it; its start tells it from a later one of the same number. */
export type Process = {
  pid: number
  parent: number
  residentKiB: number
  /** Processor time so far; in whole seconds where the system does not tell more. */
  processorS: number
  started: string
  name: string
}

/** All processes that run: one that ended, and that nobody asked after yet, is none. */
export function processes(): Process[] {
  const columns = ['pid', 'ppid', 'rss', 'cputimes', 'stat', 'lstart', 'comm']
    .map((column) => `${column}=`)
    .join(',')
  const listed = readProcesses(execFileSync('ps', ['-A', '-o', columns], { encoding: 'utf8' }))
  return listed.map((one) => ({ ...one, processorS: exactS(one.pid) ?? one.processorS }))
}

/** What Linux counts a process in. */
const TICKS_A_SECOND = 100

/** From its own table, where the system has one. The name may have spaces and brackets in it. */
function exactS(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [userTicks, systemTicks] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12)
    return (Number(userTicks) + Number(systemTicks)) / TICKS_A_SECOND
  } catch {
    return undefined
  }
}

/** Reads what `ps` prints of pid, ppid, rss, cputimes, stat, lstart and comm. */
export function readProcesses(text: string): Process[] {
  return text.split('\n').flatMap((line) => {
    const [pid, parent, residentKiB, processorS, state, ...rest] = line.trim().split(/\s+/)
    if (!pid || !state || state.startsWith('Z')) return []
    const numbers = {
      pid: Number(pid),
      parent: Number(parent),
      residentKiB: Number(residentKiB),
      processorS: Number(processorS),
    }
    return [{ ...numbers, started: rest.slice(0, 5).join(' '), name: rest.slice(5).join(' ') }]
  })
}

/** A process and all that it started, and those in turn. */
export function treeOf(pid: number, all: readonly Process[]): Process[] {
  const own = all.filter((one) => one.pid === pid)
  const children = all.filter(({ parent }) => parent === pid)
  return [...own, ...children.flatMap((child) => treeOf(child.pid, all))]
}

/** Which of those that ran before still run. */
export function stillRunning(before: readonly Process[], now: readonly Process[]): Process[] {
  return before.filter(({ pid, started }) =>
    now.some((one) => one.pid === pid && one.started === started),
  )
}
