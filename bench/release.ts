import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { launchFor } from '../e2e/media/launch.ts'
import { publishAll } from '../e2e/public/published.ts'
import { collectServed } from './browser/served.ts'
import { progress } from './progress.ts'
import { clip } from './release/clip.ts'
import { round, spreadOf, type Results } from './report/spread.ts'

const VISITS = 7
const webFolder = join(import.meta.dirname, '../apps/web/dist')

/**
 * What releasing takes: the making of a clip of a minute; and the public page of a call with two accounts and a clip,
 * to a browser that runs no script and has no file of the site: what it is sent until the text is there as it is set,
 * without the film, and when something is first painted.
 */
export async function release(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const { url } = await publishAll(webFolder, parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  await visitPage(browser, url)
  const visits: Visit[] = []
  // oxlint-disable-next-line no-await-in-loop -- one reader at a time
  for (let at = 0; at < VISITS; at++) visits.push(await visitPage(browser, url))
  const [first] = visits
  if (!first) throw new Error('There were visits')
  progress(`painted: ${visits.map(({ paintedMs }) => round(paintedMs)).join(', ')} ms`)
  return {
    clip: await clip(),
    publicPageKiB: round(first.textBytes / 1024),
    publicPageTotalKiB: round(first.allBytes / 1024),
    publicPagePaintedMs: spreadOf(visits.map(({ paintedMs }) => paintedMs)),
  }
}

type Visit = { paintedMs: number; textBytes: number; allBytes: number }

/** As if for the first time. */
async function visitPage(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  const served = collectServed(page)
  await page.goto(url, { waitUntil: 'networkidle' })
  const paintedMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  const files = (await served()).filter((one) => !/\.(mp4|webm|vtt)$/.test(one.url))
  await context.close()
  const sum = (some: typeof files) => some.reduce((all, { bytes }) => all + bytes, 0)
  return { paintedMs, textBytes: sum(files.filter(isText)), allBytes: sum(files) }
}

function isText({ url }: { url: string }): boolean {
  return !/\.(woff2|jpg|svg)$/.test(url)
}
