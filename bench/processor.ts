import { setTimeout as after } from 'node:timers/promises'
import { enrolAt, setStage } from '../e2e/stage.ts'
import { goInTalking } from './browser/people.ts'
import { processes, treeOf } from './processes/table.ts'
import { progress } from './progress.ts'
import { round, spreadOf, type Results } from './report/spread.ts'

const WINDOWS = 3
const WINDOW_MS = 15_000
/** How long layers and bandwidth settle before anything is measured. */
const SETTLE_MS = 8000
const BROWSER = /^chrom/

/**
 * What a participant's browser takes of a processor, in seconds a minute, with two in the call who both speak
 * and are seen: all processes of both browsers, by half. Nothing is noted in their pages meanwhile.
 */
export async function processor(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, { seatsEach: 1 })
  const people = [
    await enrolAt(stage, { place: 0, parts, hasLargeCamera: true }),
    await enrolAt(stage, { place: 1, parts, hasLargeCamera: true }),
  ]
  for (const one of people) await goInTalking(one)
  await after(SETTLE_MS)
  const shares: number[] = []
  for (let window = 0; window < WINDOWS; window++) {
    const [beforeS, fromMs] = [browsersS(), performance.now()]
    await after(WINDOW_MS)
    const minutes = (performance.now() - fromMs) / 60_000
    shares.push(round((browsersS() - beforeS) / minutes / people.length))
    progress(`${shares.at(-1)} s a minute`)
  }
  return { participantSecondsPerMinute: spreadOf(shares) }
}

/** Processor time of the browsers that this process started, so far. */
function browsersS(): number {
  return treeOf(process.pid, processes())
    .filter(({ name }) => BROWSER.test(name))
    .reduce((sum, { processorS }) => sum + processorS, 0)
}
