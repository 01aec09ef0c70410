import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { BENCHES } from './benches.ts'
import { progress } from './progress.ts'
import { readReport, reportOn, type Report } from './report/report.ts'
import { unite, type Results } from './report/spread.ts'

/** Short, and at the mercy of what else the machine does: measured as all begins and once more as it ends, so that the spread knows of the change. */
const AT_BOTH_ENDS: readonly Command[] = [['frames'], ['rekey', '2', '10', '30'], ['start']]

/** A bench by its name, and which part of it. */
type Command = readonly [name: string, ...which: string[]]

/** Runs every bench, each in a process of its own so that none warms or weighs on the next. */
export async function reportOnAll(): Promise<{ report: Report; failed: readonly string[] }> {
  const failed: string[] = []
  const report = await reportOn('all', async () => {
    const all: Record<string, Results> = {}
    const each = [...BENCHES.keys()].map((name): Command => [name])
    for (const command of [...each, ...AT_BOTH_ENDS]) {
      const [name] = command
      progress(`── ${command.join(' ')} ──`)
      const one = await runApart(command)
      if (one) progress(`── ${command.join(' ')} took ${one.conditions.seconds} s ──`)
      if (!one || one.failure !== undefined) failed.push(name)
      if (one) all[name] = all[name] ? unite(all[name], one.results) : one.results
    }
    return all
  })
  return { report, failed }
}

/** Its report; nothing where it found nothing before it failed. */
async function runApart(command: Command): Promise<Report | undefined> {
  const child = spawn(process.execPath, [import.meta.dirname + '/main.ts', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (output === '') return undefined
  return code === 0
    ? readReport(output)
    : { failure: `it ended with ${code}`, ...readReport(output) }
}
