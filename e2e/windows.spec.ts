import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startServer } from '@parley/server'
import { everyLook } from './access/everyLook.ts'
import { freePort } from '@parley/server/freePorts'
import { launchFor } from './media/launch.ts'
import { pageAt, plan } from './officers.ts'
import { enrolAt, joinFrom, setStage, startReal } from './stage.ts'

test('a page that cannot be loaded says so in words, and comes back by itself with its link', async () => {
  await using parts = new AsyncDisposableStack()
  const dataFolder = await mkdtemp(join(tmpdir(), 'parley-'))
  const settings = {
    port: await freePort(),
    dataFolder,
    database: { is: 'sqlite', file: join(dataFolder, 'parley.sqlite') },
    webFolder: join(import.meta.dirname, '../apps/web/dist'),
  } as const
  const before = await startServer(settings)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const page = await pageAt(browser, `${before.url}/#create=${before.createToken}`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const cached = () =>
    page.evaluate(async () => {
      const names = await caches.keys()
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return all.flat().map(({ url }) => new URL(url).pathname)
    })
  await page.reload()
  await plan(page)
  await page.getByRole('heading', { name: 'Upper Tana Water Treaty' }).first().waitFor()
  const address = page.url()

  await before[Symbol.asyncDispose]()
  await page.reload()

  const alert = page.getByRole('alert')
  await expect(alert.getByRole('heading')).toHaveText('The server is not answering.')
  await expect(alert).toContainText('does not answer')
  await expect(alert).toContainText('Nothing is lost')
  const isSetInOurs = () =>
    page.evaluate(() =>
      [...document.fonts].some(
        ({ family, status }) => family.includes('Newsreader') && status === 'loaded',
      ),
    )
  await expect.poll(isSetInOurs).toBe(true)
  expect(page.url()).toBe(address)
  expect(await cached()).toEqual(['/offline.html'])
  await page.context().setOffline(true)
  await expect(alert).toContainText('not connected to any network')
  await page.context().setOffline(false)

  parts.use(await startServer(settings))

  await expect(page.getByRole('heading', { name: 'Upper Tana Water Treaty' }).first()).toBeVisible()
  expect(page.url()).toBe(address)
  expect(await cached()).toEqual(['/offline.html'])
})

test('a desk is open in one window: the second says so, and takes it over when told to', async () => {
  await using parts = new AsyncDisposableStack()
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const first = await pageAt(browser, `${running.url}/#create=${running.createToken}`)
  await plan(first)
  const invite = first.getByRole('button', { name: 'Invite Kenya' })
  await invite.waitFor()
  const second = await first.context().newPage()

  await second.goto(first.url())

  await expect(second.getByText('This desk is open in another window.')).toBeVisible()
  await second.getByRole('button', { name: 'Use it in this window' }).click()
  await expect(second.getByRole('button', { name: 'Invite Kenya' })).toBeVisible()
  await expect(first.getByText('This desk is open in another window.')).toBeVisible()
  await expect(invite).toHaveCount(0)
})

test('a seat is in the call in one window: the one that takes it over waits in the green room, with the microphone closed', async () => {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, { seatsEach: 1 })
  const sitter = await enrolAt(stage, { place: 0, parts })
  await joinFrom(sitter)
  const second = await sitter.context.newPage()

  await second.goto(sitter.page.url())
  await expect(second.getByText('This seat is open in another window.')).toBeVisible()
  await expect(sitter.page.getByRole('button', { name: /^Mic closed/ })).toBeVisible()
  await second.getByRole('button', { name: 'Use it in this window' }).click()

  await expect(sitter.page.getByText('This seat is open in another window.')).toBeVisible()
  await joinFrom({ ...sitter, page: second })
  await expect(sitter.page.getByRole('button', { name: 'Leave' })).toHaveCount(0)
})

test('a browser that cannot seal picture and sound is told on the first page which ones can', async () => {
  await using parts = new AsyncDisposableStack()
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const context = await browser.newContext()
  await context.addInitScript(
    () => void Reflect.deleteProperty(globalThis, 'RTCRtpScriptTransform'),
  )
  const page = await context.newPage()

  await page.goto(running.url)

  await expect(page.getByText('This browser cannot take part in a call.')).toBeVisible()
  await expect(page.getByText(/version 141 or newer/)).toBeVisible()
})

test('a browser in which nothing runs is told so, and its link stays in the address', async () => {
  await using parts = new AsyncDisposableStack()
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const context = await browser.newContext()
  await context.addInitScript(() => void Reflect.deleteProperty(globalThis, 'AsyncDisposableStack'))
  const page = await context.newPage()

  await page.goto(`${running.url}/#seat=kept`)

  await expect(page.getByRole('heading', { name: 'This browser cannot open Parley' })).toBeVisible()
  await expect(page.getByText(/version 141 or newer/)).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#seat=kept')
})

test('no page that says why it does not open breaks a rule of accessibility', async () => {
  await using parts = new AsyncDisposableStack()
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const page = await pageAt(browser, `${running.url}/offline.html`)
  await everyLook(page, 'offline')
  await page.goto(`${running.url}/unfit.html?old`)
  await everyLook(page, 'nothing runs')
  await page.goto(`${running.url}/#create=${running.createToken}`)
  await plan(page)
  await page.getByRole('button', { name: 'Invite Kenya' }).waitFor()
  const second = await page.context().newPage()
  await second.goto(page.url())
  await second.getByText('This desk is open in another window.').waitFor()
  await everyLook(second, 'open in another window')
  const third = await page.context().newPage()
  await third.addInitScript(() => void Reflect.deleteProperty(globalThis, 'RTCRtpScriptTransform'))
  await third.goto(running.url)
  await third.getByText('This browser cannot take part in a call.').waitFor()
  await everyLook(third, 'start of a browser that cannot sit')
})

test('whoever closes the page has left for the others, long before they would miss them (R25)', async () => {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, { seatsEach: 1 })
  const near = await enrolAt(stage, { place: 0, parts })
  const far = await enrolAt(stage, { place: 1, parts })
  await joinFrom(near)
  await joinFrom(far)
  const others = near.page.getByText('Nobody else is here.', { exact: true })
  await expect(others).toBeHidden()
  // Its last word is made within the second after an epoch began.
  const inForMs = () => far.page.evaluate(() => performance.now())
  const sinceMs = await inForMs()
  await expect.poll(async () => (await inForMs()) - sinceMs).toBeGreaterThan(2000)

  await far.page.close()

  await expect(others).toBeVisible({ timeout: 10_000 })
})
