import type { Browser, Page } from '@playwright/test'
import { launchFor } from '../../media/launch.ts'
import { pageAt } from '../../officers.ts'
import { startReal } from '../../stage.ts'
import type { Look } from './walk.ts'

type At = { browser: Browser; url: string }

/** Of nobody, and yet of the right form. */
const SEAT = `#seat=${'A'.repeat(43)}.${'A'.repeat(11)}.${'A'.repeat(43)}`
const DESK = `#desk=${'A'.repeat(22)}.${'A'.repeat(11)}`

/** Pages that stand by themselves, each at its address. */
const PAGES: ReadonlyMap<string, (at: At) => Promise<Page>> = new Map([
  ['offline without a network', (at: At) => offline(at, { hasNetwork: false })],
  ['offline while the server is away', (at: At) => offline(at, { hasNetwork: true })],
  ['unfit: too old', (at: At) => pageAt(at.browser, `${at.url}/unfit.html?old`)],
  ['unfit: no https', (at: At) => pageAt(at.browser, `${at.url}/unfit.html?not-secure`)],
  ['unfit: keeps nothing', (at: At) => pageAt(at.browser, `${at.url}/unfit.html?storage`)],
  ['loading', loading],
  ['start in a browser that cannot seal', (at: At) => unsealing(at, '')],
  ['seat link in a browser that cannot seal', (at: At) => unsealing(at, SEAT)],
  ['start with a link that is none', withNoLink],
  ['desk that this browser does not keep', (at: At) => pageAt(at.browser, `${at.url}/${DESK}`)],
  ['demonstration that is none', (at: At) => pageAt(at.browser, `${at.url}/#demo-desk=none`)],
])

export const PAGE_SCREENS = [...PAGES.keys()]

/** Pages that say why they do not open. */
export async function walkPages(parts: AsyncDisposableStack, look: Look): Promise<void> {
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  for (const [screen, open] of PAGES) {
    const page = await open({ browser, url: running.url })
    await look(page, screen)
    await page.context().close()
  }
}

async function offline({ browser, url }: At, { hasNetwork }: { hasNetwork: boolean }) {
  const page = await pageAt(browser, 'about:blank')
  await page.route('**/healthz', (route) => route.abort())
  await page.addInitScript((isOnLine) => {
    Object.defineProperty(navigator, 'onLine', { get: () => isOnLine })
  }, hasNetwork)
  await page.goto(`${url}/offline.html`)
  return page
}

async function withNoLink({ browser, url }: At): Promise<Page> {
  const page = await pageAt(browser, `${url}/#seat=1`)
  await page.getByText('This is not a whole link').waitFor()
  return page
}

/** The first screen never comes. */
async function loading({ browser, url }: At): Promise<Page> {
  const page = await pageAt(browser, 'about:blank')
  await page.route('**/assets/Start-*.js', () => undefined)
  await page.goto(url, { waitUntil: 'commit' })
  await page.getByText('The server is not answering').waitFor()
  return page
}

async function unsealing({ browser, url }: At, fragment: string): Promise<Page> {
  const context = await browser.newContext()
  await context.addInitScript(
    () => void Reflect.deleteProperty(globalThis, 'RTCRtpScriptTransform'),
  )
  const page = await context.newPage()
  await page.goto(`${url}/${fragment}`)
  return page
}
