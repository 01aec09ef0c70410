import type { Page } from '@playwright/test'
import type { Sitter } from '../../e2e/stage.ts'
import { watchForUsable } from './usable.ts'

/** A new tab at a seat's page, in the browser that has the seat's device; the tab before is closed. */
export async function visit(
  { place, context, page: before }: Sitter,
  { isCold, url = before.url(), prepare = () => Promise.resolve() }: VisitOptions,
): Promise<Sitter> {
  const page = await context.newPage()
  await before.close()
  if (isCold) await forgetFiles(page)
  await watchForUsable(page)
  await prepare(page)
  await page.goto(url)
  return { place, context, page }
}

type VisitOptions = {
  /** As if no file of the site had ever been loaded; the seat's keys stay. */
  isCold: boolean
  /** Where the seat is, if the tab before is elsewhere. */
  url?: string
  /** What is done to the tab before it opens the page. */
  prepare?: (page: Page) => Promise<void>
}

async function forgetFiles(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.clearBrowserCache')
  await devtools.detach()
}
