import { fork } from 'node:child_process'
import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBase64 } from '../mutations/shape.ts'
import type { Figures } from './explore.ts'
import type { Finding } from './finding.ts'
import type { Job, Outcome, Told } from './job.ts'
import { readTrying } from './trying.ts'

/** Milliseconds without a new input, and until the first. Longer: a hang holds up the run. Shorter: a busy machine looks like one. */
const [SILENT_MS, STARTING_MS] = [60_000, 180_000]

/** Mebibytes of a process: what takes more ends it. */
const HEAP_MIB = 1024

/** Characters of what a process wrote before it died. */
const LAST_WORDS = 2000

/** What is asked of a process; where it writes, and whether it is counted, is seen to here. */
type Asked = Omit<Job, 'tryingFile' | 'isCounted'>
type Watch = { hear: (figures: Figures) => void; silentMs?: number }
type Death = { says: string; input: string | undefined }

/**
 * Does a job in a process of its own. A process that dies, or does not come back, is a finding if the
 * input that it had at the end does the same to another one, in which V8 counts nothing; it ends the job. Where that
 * one lives, and one in which V8 counts dies again, it is the counting that died: the job goes on in a new process, and
 * says how often it was so. A death that does not come again is an error.
 */
export async function runJob(job: Asked, watch: Watch): Promise<Outcome> {
  const startMs = performance.now()
  const { outcome, death } = await runProcess({ ...job, isCounted: true }, watch)
  if (!death) return outcome
  const { target, seed } = job
  if (death.input === undefined)
    throw new Error(`The target "${target}" did not start: ${death.says}`)
  const inputs = [death.input]
  const alone = { ...job, ms: 0, inputs, isGrowthMeasured: false }
  const again = await runProcess({ ...alone, isCounted: false }, watch)
  if (again.death) {
    const finding: Finding = { target, fault: 'ended', says: death.says, seed, inputs }
    return { ...outcome, findings: [...outcome.findings, finding] }
  }
  if (!(await runProcess({ ...alone, isCounted: true }, watch)).death)
    throw new Error(`A process ended, and did not with its last input again: ${death.says}`)
  const ms = Math.floor(job.ms - (performance.now() - startMs))
  const rest = ms > 0 ? await runJob({ ...job, seed: seed + 1, ms }, watch) : again.outcome
  return joined(outcome, rest)
}

function joined(one: Outcome, other: Outcome): Outcome {
  const [a, b] = [one.figures, other.figures]
  return {
    figures: {
      runs: a.runs + b.runs,
      read: a.read + b.read,
      kept: Math.max(a.kept, b.kept),
      branches: Math.max(a.branches, b.branches),
    },
    kept: [...one.kept, ...other.kept],
    findings: [...one.findings, ...other.findings],
    uncounted: one.uncounted + other.uncounted + 1,
  }
}

async function runProcess(
  job: Omit<Job, 'tryingFile'>,
  { hear, silentMs = SILENT_MS }: Watch,
): Promise<{ outcome: Outcome; death: Death | undefined }> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-fuzz-'))
  try {
    const tryingFile = join(folder, 'trying')
    const { target, seed } = job
    const kept: string[] = []
    const findings: Finding[] = []
    let figures: Figures = { runs: 0, read: 0, kept: 0, branches: 0 }
    const says = await follow({ ...job, tryingFile }, silentMs, (told) => {
      if (told.is === 'kept') return void kept.push(told.input)
      if (told.is === 'found') {
        const { fault, says: words, inputs } = told
        return void findings.push({ target, fault, says: words, seed, inputs })
      }
      figures = told.figures
      hear(figures)
    })
    const trying = says === undefined ? undefined : readTrying(tryingFile)
    const input = trying && toBase64(trying)
    return {
      outcome: { figures, kept, findings, uncounted: 0 },
      death: says === undefined ? undefined : { says, input },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Starts the process and follows it to its end: how it died, or nothing if it did all of it. */
function follow(
  job: Job,
  silentMs: number,
  hear: (told: Told) => void,
): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const child = fork(new URL('../explorer.ts', import.meta.url), [JSON.stringify(job)], {
    execArgv: ['--expose-gc', `--max-old-space-size=${HEAP_MIB}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let [isDone, isSilent, lastWords] = [false, false, '']
  const watch = watchFile(job.tryingFile, silentMs, () => {
    isSilent = true
    child.kill('SIGKILL')
  })
  child.stderr?.on('data', (data) => (lastWords = `${lastWords}${data}`.slice(-LAST_WORDS)))
  child.on('message', (told: Told) => {
    isDone ||= told.is === 'done'
    hear(told)
  })
  child.on('close', (code, signal) => {
    watch[Symbol.dispose]()
    if (isDone && code === 0) return resolve(undefined)
    const how = `ended by ${signal ?? code}: ${lastWords}`
    resolve(isSilent ? `no sign of life for ${silentMs} ms` : how)
  })
  return promise
}

/** Tells once the file has not been written for so long. A process that hangs says nothing, but its inputs stop. */
function watchFile(path: string, silentMs: number, isSilent: () => void): Disposable {
  let [writtenMs, seenAtMs] = [0, performance.now()]
  const timer = setInterval(() => {
    const { mtimeMs: nowMs = 0, size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {}
    if (nowMs !== writtenMs) [writtenMs, seenAtMs] = [nowMs, performance.now()]
    else if (performance.now() - seenAtMs > (size > 0 ? silentMs : STARTING_MS)) isSilent()
  }, silentMs / 5)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
