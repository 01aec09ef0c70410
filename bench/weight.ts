import type { Page } from '@playwright/test'
import { enrolAt, joinFrom, setStage } from '../e2e/stage.ts'
import { othersSeenMs, watchForPictures } from './browser/othersSeen.ts'
import { collectServed, type Served } from './browser/served.ts'
import { usableMs } from './browser/usable.ts'
import { visit } from './browser/visits.ts'
import { progress } from './progress.ts'
import { round, type Results } from './report/spread.ts'

/**
 * What a participant's browser is sent on a first visit: code until the green room can be used, code until
 * the others are seen in the call, and all files by then.
 */
export async function weight(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts)
  progress('two people enrol, and one joins')
  const first = await enrolAt(stage, { place: 0, parts })
  const second = await enrolAt(stage, { place: 2, parts })
  await joinFrom(first)

  progress('the other comes as for the first time, and joins')
  const collected: (() => Promise<Served[]>)[] = []
  const prepare = async (page: Page) => {
    collected.push(collectServed(page))
    await watchForPictures(page, 2)
  }
  const newcomer = await visit(second, { isCold: true, prepare })
  const usable = await usableMs(newcomer.page)
  await joinFrom(newcomer)
  const seenMs = await othersSeenMs(newcomer.page)
  await newcomer.page.waitForLoadState('networkidle')

  const fetched = await fetchedBy(newcomer.page)
  const early = new Set(fetched.flatMap(({ url, toMs }) => (toMs <= usable ? url : [])))
  const late = new Set(fetched.flatMap(({ url, fromMs }) => (fromMs > seenMs ? url : [])))
  const served = (await Promise.all(collected.map((each) => each()))).flat()
  const all = served.filter(({ url }) => !late.has(url))
  for (const { url, bytes } of all)
    progress(`${(bytes / 1024).toFixed(1).padStart(8)} ${early.has(url) ? '·' : ' '} ${url}`)
  const code = all.filter(({ isCode }) => isCode)
  return {
    startCodeKiB: kibOf(code.filter(({ url }) => early.has(url))),
    callCodeKiB: kibOf(code),
    callTotalKiB: kibOf(all),
  }
}

/** What the page asked for, and when by its own clock. */
function fetchedBy(page: Page): Promise<{ url: string; fromMs: number; toMs: number }[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, startTime, responseEnd }) => {
        return { url: name, fromMs: startTime, toMs: responseEnd }
      }),
  )
}

function kibOf(served: readonly Served[]): number {
  return round(served.reduce((sum, { bytes }) => sum + bytes, 0) / 1024)
}
