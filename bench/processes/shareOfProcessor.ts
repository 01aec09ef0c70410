import { setTimeout as after } from 'node:timers/promises'
import { progress } from '../progress.ts'
import { round } from '../report/spread.ts'
import { processes, treeOf } from './table.ts'

const WINDOWS = 3
const WINDOW_MS = 15_000
/** How long layers and bandwidth settle before anything is measured. */
const SETTLE_MS = 8000
const BROWSER = /^chrom/

/** What so many people's browsers take of a processor, each, in seconds a minute: all their processes together, window by window. */
export async function shareOfProcessor(people: number): Promise<number[]> {
  await after(SETTLE_MS)
  const shares: number[] = []
  for (let window = 0; window < WINDOWS; window++) {
    const [beforeS, fromMs] = [browsersS(), performance.now()]
    await after(WINDOW_MS)
    const minutes = (performance.now() - fromMs) / 60_000
    shares.push(round((browsersS() - beforeS) / minutes / people))
    progress(`${shares.at(-1)} s a minute`)
  }
  return shares
}

/** Processor time of the browsers that this process started, so far. */
export function browsersS(): number {
  return treeOf(process.pid, processes())
    .filter(({ name }) => BROWSER.test(name))
    .reduce((sum, { processorS }) => sum + processorS, 0)
}
