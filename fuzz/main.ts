import { parseArgs } from 'node:util'
import { addToCorpus, readCorpus } from './corpus.ts'
import type { Outcome } from './engine/job.ts'
import { runJob } from './engine/process.ts'
import { readFinding, writeFinding } from './findings.ts'
import { base64Of, toBase64 } from './mutations/shape.ts'
import { TARGETS } from './targets.ts'

const job = { module: new URL('targets.ts', import.meta.url).href, mutations: 1e9 }

/** What a run prints of a target, as JSON. */
type Line = Outcome['figures'] & {
  findings: number
  files: readonly string[]
  uncounted: number
}

/** `NAME … --minutes N --seed N` fuzzes these, or all, one after another or `--at-once N`; `--save` adds to their corpus; `--repeat FILE` runs what was found again. */
async function main(): Promise<void> {
  const { positionals: names, values } = parseArgs({
    allowPositionals: true,
    options: {
      minutes: { type: 'string', default: '1' },
      'at-once': { type: 'string', default: '1' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      save: { type: 'boolean', default: false },
      repeat: { type: 'string' },
    },
  })
  if (values.repeat !== undefined) return await repeat(values.repeat)
  const [minutes, seed] = [numberOf('minutes', values.minutes), numberOf('seed', values.seed)]
  const unknown = names.filter((name) => !TARGETS.has(name))
  const there = [...TARGETS.keys()]
  if (unknown.length > 0)
    throw new Error(`There is no target "${unknown.join('", "')}". There are: ${there.join(', ')}`)
  const lines: Record<string, Line> = {}
  const waiting = names.length > 0 ? [...names] : there
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift())
      lines[name] = await fuzz(name, { ms: minutes * 60_000, seed, isSaved: values.save })
  }
  const atOnce = numberOf('at-once', values['at-once'])
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, work))
  finish({ seed, minutes, targets: lines })
}

async function fuzz(
  target: string,
  { ms, seed, isSaved }: { ms: number; seed: number; isSaved: boolean },
): Promise<Line> {
  progress(`${target}: seed ${seed}`)
  const corpus = readCorpus(target).map(toBase64)
  const outcome = await runJob(
    { ...job, target, seed, ms, inputs: corpus, isGrowthMeasured: true },
    { hear: everyFewSeconds(target) },
  )
  if (isSaved)
    addToCorpus(
      target,
      outcome.kept.map((input) => base64Of(input) ?? new Uint8Array()),
    )
  return lineOf(outcome)
}

async function repeat(file: string): Promise<void> {
  const { target, seed, inputs, fault } = readFinding(file)
  const isGrowthMeasured = fault === 'growth'
  const outcome = await runJob(
    { ...job, target, seed, ms: isGrowthMeasured ? 10_000 : 0, inputs, isGrowthMeasured },
    { hear: () => undefined },
  )
  finish({ seed, targets: { [target]: lineOf(outcome) } })
}

function lineOf({ figures, findings, uncounted }: Outcome): Line {
  for (const { target, fault, says } of findings) progress(`${target}: ${fault}: ${says}`)
  const files = findings.map(writeFinding)
  return { ...figures, findings: findings.length, files, uncounted }
}

/** The last line is JSON; whatever was found makes the command fail. */
function finish(report: { targets: Record<string, Line>; seed: number; minutes?: number }): void {
  const sum = Object.values(report.targets).reduce((all, { findings }) => all + findings, 0)
  process.stdout.write(`${JSON.stringify({ fuzz: { ...report, findings: sum } })}\n`)
  process.exitCode = sum === 0 ? 0 : 1
}

function everyFewSeconds(target: string): (figures: Outcome['figures']) => void {
  let atMs = performance.now()
  return ({ runs, kept, branches }) => {
    if (performance.now() - atMs < 5000) return
    atMs = performance.now()
    progress(`${target}: ${runs} runs, ${kept} inputs kept, ${branches} branches seen`)
  }
}

function numberOf(name: string, text: string): number {
  const value = Number(text)
  if (!(value >= 0)) throw new Error(`--${name} takes a number, and not "${text}"`)
  return value
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`)
}

try {
  await main()
} catch (error) {
  progress(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
