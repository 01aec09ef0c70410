import { expect, test } from '@playwright/test'
import { launchFor } from './media/launch.ts'
import { enrolAt, setStage, startReal } from './stage.ts'

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

test('a screen that the line could not bring, with its style sheet, is there once the line is back', async () => {
  await using parts = new AsyncDisposableStack()
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const page = await browser.newPage()
  const screen = /\/assets\/Start-[^/]*\.(js|css)$/
  await page.route(screen, (route) => route.abort('internetdisconnected'))

  await page.goto(running.url)
  const away = page.getByText('The server is not answering.')
  await expect(away).toBeVisible()
  await expect(page.getByText('This page tries again by itself')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Load this page again' })).toBeVisible()
  await page.unroute(screen)

  await expect(page.getByRole('button', { name: 'Plan a call' })).toBeVisible()
  await expect(away).toHaveCount(0)
  const sheets = () => page.evaluate(() => [...document.styleSheets].map(({ href }) => href))
  await expect
    .poll(async () => (await sheets()).filter((href) => href?.includes('/Start-')).length)
    .toBe(1)
})

test('a seat whose files could not be brought ahead is there once the line is back, and each file came once', async () => {
  await using parts = new AsyncDisposableStack()
  const { page } = await enrolAt(await setStage(parts), { place: 0, parts })
  const join = page.getByRole('button', { name: 'Join', exact: true })
  await join.waitFor()
  const ahead = /\/assets\/(seatPage|green-room|words-en-seat)-[^/]*\.(js|css)$/
  await page.route(ahead, (route) => route.abort('internetdisconnected'))

  await page.reload()
  await expect(page.getByText('The server is not answering.')).toBeVisible()
  await page.unroute(ahead)

  await expect(join).toBeVisible()
  const sheets = () => page.evaluate(() => [...document.styleSheets].map(({ href }) => href))
  expect((await sheets()).filter((href) => href?.includes('/seatPage-'))).toHaveLength(1)
  await page.reload()
  await expect(join).toBeVisible()
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => /\/assets\/.*/.exec(name) ?? []),
  )
  expect(files.filter((file) => ahead.test(file)).length).toBeGreaterThanOrEqual(4)
  expect(files.toSorted()).toEqual([...new Set(files)].toSorted())
})
