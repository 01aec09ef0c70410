import { setTimeout as after } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { launchFor } from '../../e2e/media/launch.ts'
import { arrive, type AtPage } from '../browser/arrival.ts'
import { NOTHING, watchPage, type Noting } from '../browser/watch.ts'
import { IN_GREEN_ROOM_MS, NOTING, ROUNDS, type Joined } from '../join.ts'
import { shareOfProcessor } from '../processes/shareOfProcessor.ts'
import { progress } from '../progress.ts'
import { startGalene } from './galene.ts'

/** What `join` measures, of Galène: added to those of its size as it is made. Which visit it is makes no difference there. */
export async function galeneJoins(
  sizes: readonly number[],
  all: Map<number, Joined[]>,
): Promise<void> {
  await using galene = await startGalene()
  await using parts = new AsyncDisposableStack()
  const others: Somebody[] = []
  const newcomer = await somebody(3, parts)
  for (const inCall of sizes) {
    const joins = all.get(inCall) ?? []
    all.set(inCall, joins)
    while (others.length < inCall - 1) {
      const other = await somebody(others.length, parts)
      await open(other, galene.url, { ...NOTING, others: false })
      await connect(other)
      others.push(other)
    }
    for (let at = 0; at < (ROUNDS.get(inCall) ?? 0); at++) {
      const usableMs = await open(newcomer, galene.url, NOTING)
      await after(IN_GREEN_ROOM_MS)
      const arrival = await arrive(newcomer, others, () => connect(newcomer))
      progress(`Galène, ${inCall} in the call: ${JSON.stringify(arrival)}`)
      if (arrival) joins.push({ usableMs, ...arrival })
      await newcomer.page.goto('about:blank')
      await after(IN_GREEN_ROOM_MS)
    }
  }
}

/** What `processor` measures, of Galène, window by window. */
export async function galeneSecondsOfTwo(): Promise<number[]> {
  await using galene = await startGalene()
  await using parts = new AsyncDisposableStack()
  for (const place of [0, 1]) {
    const one = await somebody(place, parts)
    await open(one, galene.url, NOTHING)
    await connect(one)
  }
  return await shareOfProcessor(2)
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
