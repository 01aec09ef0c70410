import { expect, test } from '@playwright/test'
import { launchFor } from './media/launch.ts'
import { startReal } from './stage.ts'

test('while the code of the page is on its way a bar says that it loads, and still does when the page is read', async () => {
  await using parts = new AsyncDisposableStack()
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const page = await browser.newPage()
  const [code, firstScreen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route(/\/assets\/index-[^/]*\.js$/, async (route) => {
    await code.promise
    await route.continue()
  })
  await page.route(/\/assets\/Start-[^/]*\.js$/, async (route) => {
    await firstScreen.promise
    await route.continue()
  })

  await page.goto(running.url, { waitUntil: 'commit' })

  const bar = page.getByRole('progressbar')
  // Within the first second there is none, whoever shows it.
  await page.waitForFunction(() => performance.now() > 1100)
  await expect(bar).toBeVisible()
  const opening = page.getByRole('status').filter({ hasText: 'Opening…' })
  await expect(opening).toHaveCount(0)
  code.resolve()
  await expect(opening).toBeVisible()
  expect(await bar.isVisible()).toBe(true)
  firstScreen.resolve()
  await expect(page.getByRole('button', { name: 'Plan a call' })).toBeVisible()
  await expect(bar).toHaveCount(0)
})
