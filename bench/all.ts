import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { BENCHES } from './benches.ts'
import { progress } from './progress.ts'
import { readReport, reportOn, type Report } from './report/report.ts'
import type { Results } from './report/spread.ts'

/** Runs every bench, each in a process of its own so that none warms or weighs on the next. */
export async function reportOnAll(): Promise<{ report: Report; failed: readonly string[] }> {
  const failed: string[] = []
  const report = await reportOn('all', async () => {
    const all: Record<string, Results> = {}
    for (const name of BENCHES.keys()) {
      progress(`── ${name} ──`)
      const results = await runApart(name)
      if (results) all[name] = results
      else failed.push(name)
    }
    return all
  })
  return { report, failed }
}

async function runApart(name: string): Promise<Results | undefined> {
  const child = spawn(process.execPath, [import.meta.dirname + '/main.ts', name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return code === 0 ? readReport(output).results : undefined
}
