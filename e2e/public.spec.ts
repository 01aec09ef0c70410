import { join } from 'node:path'
import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { axeReadsAll } from './public/axeReadsAll.ts'
import { launchFor } from './media/launch.ts'
import { publishAll, type Published } from './public/published.ts'

const webFolder = join(import.meta.dirname, '../apps/web/dist')
const parts = new AsyncDisposableStack()
let browser: Browser
let published: Published

test.describe.configure({ mode: 'serial', timeout: 40_000 })

test.beforeAll(async () => {
  published = await publishAll(webFolder, parts)
  browser = await launchFor(0)
  parts.defer(() => browser.close())
})
test.afterAll(() => parts.disposeAsync())

/** A reader without JavaScript. What the page asks of other places, or is not let do, is noted. */
async function reader(how: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    ...how,
  })
  parts.defer(() => context.close())
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => void faults.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(published.running.url)) faults.push(request.url())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(published.url)
  return { page, faults }
}

test('without a script the accounts stand side by side, equal to the pixel (R112)', async () => {
  const { page, faults } = await reader()
  const sizes = (selector: string) =>
    page.locator(selector).evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect()
        return { x, y, width, height }
      }),
    )

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two accounts of one call')
  await expect(page.getByRole('article')).toHaveCount(2)
  for (const part of ['.acc', '.acc__head', '.acc__meta', '.acc__title', '.acc__body']) {
    const [own, other] = await sizes(part)
    expect([part, own?.width, own?.y]).toEqual([part, other?.width, other?.y])
  }
  const [swiss, kenyan] = await sizes('.acc')
  expect(swiss?.x).toBeLessThan(kenyan?.x ?? 0)
  expect(faults).toEqual([])
})

test('what one side says alone leads to the table and is told there, by letter (R112)', async () => {
  const { page } = await reader()

  await page
    .getByRole('article', { name: 'Kenya' })
    .getByRole('link', { name: 'Difference c' })
    .click()

  expect(new URL(page.url()).hash).toBe('#diff-c')
  const row = page.getByRole('row', { name: /^c / })
  await expect(row).toBeInViewport()
  await expect(row).toContainText('when rainfall allows')
  await expect(page.getByRole('row', { name: /Ms Aeberhard underlined/ })).toContainText(
    'Not mentioned',
  )
})

test('a reader changes the language, and reads who translated and who checked it (R112)', async () => {
  const { page } = await reader()
  const account = page.getByRole('article', { name: 'Switzerland' })
  await expect(account).toContainText('checked by Mathilde Aeberhard, Federal Councillor')

  await page.getByRole('link', { name: 'As written' }).click()
  await expect(account.locator('.acc__body')).toHaveAttribute('lang', 'fr')
  await expect(page.getByText('nothing is marked')).toBeVisible()

  await page.getByRole('navigation', { name: 'Language of this page' }).getByText('العربية').click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('بيانان عن جلسة واحدة')
})

test('a corrected account leads to its versions, held to each other (R109)', async () => {
  const { page } = await reader()

  await page.getByRole('link', { name: 'Compare' }).click()

  await expect(page.getByRole('heading', { name: 'Version 2' })).toBeVisible()
  await expect(page.locator('del').first()).toHaveText('16')
  await expect(page.locator('ins').first()).toHaveText('18')
})

test('on a phone the accounts are below each other, and their names stay in sight', async () => {
  const { page } = await reader({ viewport: { width: 390, height: 844 } })
  const names = page.getByRole('navigation', { name: 'Accounts' })

  await names.getByRole('link', { name: 'Kenya' }).click()

  await expect(names).toBeInViewport()
  await expect(
    page.getByRole('article', { name: 'Kenya' }).getByRole('heading', { level: 2 }),
  ).toBeInViewport()
  const { width, scroll } = await page.locator('html').evaluate((root) => ({
    width: root.clientWidth,
    scroll: root.scrollWidth,
  }))
  expect(scroll).toBe(width)
})

test('the film of a clip plays, with its captions (R113)', async () => {
  const { page } = await reader({ javaScriptEnabled: true })

  const played = await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true
    await video.play()
    await new Promise((resolve) => video.addEventListener('ended', resolve, { once: true }))
    return { width: video.videoWidth, cues: video.textTracks[0]?.cues?.length }
  })

  expect(played).toEqual({ width: 640, cues: 1 })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`whoever cannot see it reads all of it, ${colorScheme} (R111)`, async () => {
    const { page } = await reader({ javaScriptEnabled: true, colorScheme })
    const { url, running } = published
    const pages = [url, `${url}?page=ar`, `${url}?in=original`, `${running.url}/public`]

    for (const address of pages) {
      await page.goto(address)
      expect(await axeReadsAll(page), address).toEqual([])
    }
  })
