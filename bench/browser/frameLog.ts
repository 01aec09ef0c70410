import type { BrowserContext, Page } from '@playwright/test'
import { noteFrames } from './inPage/noteFrames.ts'

/** A frame on its way through a frame worker, in milliseconds since the Unix epoch. */
export type LoggedFrame = {
  kind: 'audio' | 'video'
  side: 'send' | 'receive'
  inMs: number
  /** Nothing if it did not come out. */
  outMs: number | undefined
  /** The end of its sealed bytes, which no other frame has: by it both ends are paired. */
  seal: string
}

/**
 * Has each page's real frame worker note when a frame is read from the browser and when it is written back:
 * the script that is served gets these lines in front, and seals and opens as ever.
 */
export async function logFramesIn(context: BrowserContext): Promise<void> {
  await context.route(/\/assets\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    const body = `(${noteFrames.toString()})();\n${await response.text()}`
    await route.fulfill({ response, body })
  })
}

/** Frames are noted from the start on; has a page's frame workers stop, or begin again. */
export async function noteFramesOf(page: Page, isNoted: boolean): Promise<void> {
  for (const worker of page.workers())
    await worker.evaluate((is) => Reflect.set(globalThis, 'notesFrames', is), isNoted)
}

/** What the page's frame worker noted since it was asked last. */
export async function framesOf(page: Page): Promise<LoggedFrame[]> {
  const logs = await Promise.all(
    page.workers().map((worker) =>
      worker.evaluate(() => {
        const noted: unknown = Reflect.get(globalThis, 'notedFrames')
        return Array.isArray(noted) ? (noted.splice(0) as LoggedFrame[]) : []
      }),
    ),
  )
  return logs.flat()
}
