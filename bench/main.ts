import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ASKED_FOR, BENCHES } from './benches.ts'
import { reportOnAll } from './all.ts'
import { compare } from './report/compare.ts'
import { readReport, reportOn, type Report } from './report/report.ts'
import { tableOf, tableOfChanges } from './report/table.ts'

/** `NAME` measures one thing, `rekey SIZE …` those sizes, nothing measures all, `compare OLD.json NEW.json` compares what two runs printed. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [name, ...rest] = positionals
  if (name === 'compare') return await printComparison(rest)
  if (name === undefined) {
    const { report, failed } = await reportOnAll()
    print(tableOf(report))
    print(JSON.stringify(report))
    if (failed.length > 0) throw new Error(`Not measured: ${failed.join(', ')}`)
    return
  }
  const bench = BENCHES.get(name) ?? ASKED_FOR.get(name)
  if (!bench)
    throw new Error(
      `There is no bench "${name}". There are: ${[...BENCHES.keys(), ...ASKED_FOR.keys()].join(', ')}`,
    )
  const report = await reportOn(name, () => bench(rest))
  print(JSON.stringify(report))
  if (report.failure !== undefined) throw new Error(report.failure)
}

async function printComparison(files: readonly string[]): Promise<void> {
  const [old, now, ...rest] = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  if (!old || !now || rest.length > 0) throw new Error('Compare two files: OLD.json NEW.json')
  const reports = [readReport(old), readReport(now)] as const
  for (const [index, { conditions }] of reports.entries())
    print(`${index === 0 ? 'old' : 'new'}: ${JSON.stringify(conditions)}`)
  print(tableOfChanges(compare(named(reports[0]), named(reports[1]))))
}

/** One bench alone, as it stands in a run of all. */
function named({ bench, results }: Report): Report['results'] {
  return bench === 'all' ? results : { [bench]: results }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

// What a bench started ends with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

try {
  await main()
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = 1
}
