import { base64Of, toBase64 } from './mutations/shape.ts'
import { Coverage } from './engine/coverage.ts'
import { Exploration } from './engine/explore.ts'
import { growthOf } from './engine/growth.ts'
import type { Job, Told } from './engine/job.ts'
import { TryingFile } from './engine/trying.ts'
import type { MakeTarget, Target } from './target.ts'

/** Milliseconds between two signs of life. */
const ALIVE_MS = 250

/** The part of the time in which growth of memory is looked for, in rounds of at most so many inputs. */
const [GROWTH_PART, GROWTH_ROUNDS, GROWTH_ROUND] = [0.15, 5, 1500]

const root = new URL('..', import.meta.url).href
const tell = (told: Told) => void process.send?.(told)

await work(JSON.parse(process.argv[2] ?? '') as Job)
process.disconnect?.()

/** Does a job, in a process that may die of it. */
async function work({ module, target: name, seed, ms, mutations, ...job }: Job) {
  const { TARGETS } = (await import(module)) as { TARGETS: ReadonlyMap<string, MakeTarget> }
  const made = await TARGETS.get(name)?.()
  if (!made) throw new Error(`There is no target "${name}"`)
  using trying = new TryingFile(job.tryingFile)
  await using coverage = await Coverage.open(job.isCounted ? isWatched : undefined)
  let toldAtMs = 0
  const target: Target = {
    ...made,
    read(input) {
      trying.write(input)
      if (performance.now() - toldAtMs > ALIVE_MS) {
        toldAtMs = performance.now()
        tell({ is: 'alive', figures: exploration.figures })
      }
      return made.read(input)
    },
  }
  const exploration = new Exploration(target, {
    coverage,
    hearer: {
      kept: (input) => tell({ is: 'kept', input: toBase64(input) }),
      found: ({ is, says }, input) =>
        tell({ is: 'found', fault: is, says, inputs: [toBase64(input)] }),
    },
  })
  if (ms > 0) await exploration.tryAll(target.seeds)
  await exploration.tryAll(job.inputs.map((input) => base64Of(input) ?? new Uint8Array()))
  const startMs = performance.now()
  const untilMs = startMs + ms * (1 - GROWTH_PART)
  const { figures } = exploration
  const { runs } = figures
  await exploration.explore(
    seed,
    () => performance.now() < untilMs && figures.runs < runs + mutations,
  )
  if (job.isGrowthMeasured) {
    const perMs = (figures.runs - runs) / Math.max(1, performance.now() - startMs)
    const round = Math.ceil((perMs * ms * GROWTH_PART) / GROWTH_ROUNDS)
    const says = await coverage.without(() =>
      growthOf(
        target,
        fresh(exploration, { seed, count: Math.min(GROWTH_ROUND, Math.max(20, round)) }),
      ),
    )
    const pool = exploration.pool.map(toBase64)
    if (says) tell({ is: 'found', fault: 'growth', says, inputs: pool })
  }
  await made.close?.()
  tell({ is: 'done', figures })
}

function fresh(exploration: Exploration, { seed, count }: { seed: number; count: number }) {
  let round = 0
  return () => exploration.fresh(seed - ++round, count)
}

/** Our own code, and that of the libraries which read for us. */
function isWatched(url: string): boolean {
  if (!url.startsWith(root)) return false
  const path = url.slice(root.length)
  return (
    /^(packages|apps|fuzz\/testing)\//.test(path) ||
    /^node_modules\/(valibot|jose|ts-mls|@hpke|@noble)\//.test(path)
  )
}
