import { setTimeout as after } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { launchFor } from '../../e2e/media/launch.ts'
import { arrive, type AtPage } from '../browser/arrival.ts'
import { NOTHING, watchPage, type Noting } from '../browser/watch.ts'
import { IN_GREEN_ROOM_MS, NOTING, ROUNDS, spreadsOf, type Joined } from '../join.ts'
import { shareOfProcessor } from '../processes/shareOfProcessor.ts'
import { progress } from '../progress.ts'
import type { Results } from '../report/spread.ts'
import { startGalene } from './galene.ts'

/** What `join` and `processor` measure, of Galène; of each its own browsers, which are gone when the next begins. */
export async function galeneFigures(): Promise<Results> {
  await using galene = await startGalene()
  const byInCall = await joinsOf(galene.url)
  return { byInCall, participantSecondsPerMinute: await processorOfTwo(galene.url) }
}

async function joinsOf(url: string): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const others: Somebody[] = []
  const byInCall: Record<string, Results> = {}
  const newcomer = await somebody(3, parts)
  for (const [inCall, howOften] of ROUNDS) {
    while (others.length < inCall - 1) {
      const other = await somebody(others.length, parts)
      await open(other, url, { ...NOTING, others: false })
      await connect(other)
      others.push(other)
    }
    const rounds: Joined[] = []
    for (let at = 0; at < howOften; at++) {
      const usableMs = await open(newcomer, url, NOTING)
      await after(IN_GREEN_ROOM_MS)
      const arrival = await arrive(newcomer, others, () => connect(newcomer))
      progress(`${inCall} in the call: ${JSON.stringify(arrival)}`)
      if (arrival) rounds.push({ usableMs, ...arrival })
      await newcomer.page.goto('about:blank')
      await after(IN_GREEN_ROOM_MS)
    }
    byInCall[inCall] = spreadsOf(rounds)
  }
  return byInCall
}

type Somebody = AtPage & { page: Page; readonly context: BrowserContext }

async function somebody(place: number, parts: AsyncDisposableStack): Promise<Somebody> {
  const browser = await launchFor(place, { hasLargeCamera: true })
  parts.defer(() => browser.close())
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['camera', 'microphone'],
  })
  return { place, context, page: await context.newPage() }
}

/** Opens the page in a new tab, and says after how many milliseconds one can go in. */
async function open(person: Somebody, url: string, noting: Noting): Promise<number> {
  const page = await person.context.newPage()
  await person.page.close()
  person.page = page
  await watchPage(page, noting)
  await page.addInitScript(() => {
    // The camera as it is, and no small layer: in a picture that is cut to 4:3, or of 100 kbit/s, nobody reads the stamp.
    sessionStorage.setItem(
      'settings',
      JSON.stringify({ resolution: [1280, 720], simulcast: 'off' }),
    )
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('#connectbutton').waitFor()
  const usableMs = await page.evaluate(() => performance.now())
  await page.locator('#username').fill(`Person ${person.place}`)
  await page.locator('label[for=presentboth]').click()
  return usableMs
}

async function connect({ page }: Somebody): Promise<void> {
  await page.locator('#connectbutton').click()
  await page.locator('video').first().waitFor()
}

/** As `processor` of Parley: two people who both speak and are seen. */
async function processorOfTwo(url: string): Promise<Results[string]> {
  await using parts = new AsyncDisposableStack()
  for (const place of [0, 1]) {
    const one = await somebody(place, parts)
    await open(one, url, NOTHING)
    await connect(one)
  }
  return await shareOfProcessor(2)
}
