import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { startCopy, type RunningCopy } from '@parley/server'
import { axeLook } from './axeLook.ts'
import { CHROMIUM } from './media/chromium.ts'
import { choose, flipped, verifyPage } from './release/verify.ts'
import { makeReleases, type Releases } from './verify/releases.ts'

const webFolder = join(import.meta.dirname, '../apps/web/dist')
const parts = new AsyncDisposableStack()
let copy: RunningCopy
let browser: Browser
let made: Releases

test.beforeAll(async () => {
  copy = parts.use(await startCopy({ copyOf: 'https://parley.example', webFolder }))
  browser = await chromium.launch(CHROMIUM)
  parts.defer(() => browser.close())
  made = await makeReleases()
})
test.afterAll(() => parts.disposeAsync())

test('a clip beside its statement, and an account that was corrected, are proven, with the codes to compare (R115)', async () => {
  const page = await verifyPage(browser, copy.url)

  await choose(page, made.files)

  await expect(page.getByRole('status')).toHaveText('3 files are as their seals signed them.')
  const clip = page.getByRole('article', { name: 'clip-1.mp4' })
  await expect(clip.getByText('signed by these seals', { exact: true })).toBeVisible()
  await expect(clip).toContainText('Proven: these seals signed this file as part of that clip')
  await expect(clip).toContainText('Not proven: whose seals these are')
  for (const { name, digits } of made.seals)
    await expect(
      clip.getByRole('group', { name: `Code of the seal that calls itself ${name}` }),
    ).toHaveText(digits.join(' '))
  await expect(page.getByRole('article', { name: 'readout.json' })).toContainText('Version 2')
  await axeLook(page, 'verified')
})

test('one byte that is another one is named, in a clip, in a statement and in an account (R117)', async () => {
  const page = await verifyPage(browser, copy.url)
  const [statement, clip, readout] = made.files
  const altered = [
    { ...statement!, bytes: flipped(statement!.bytes, 200) },
    { ...clip!, bytes: flipped(clip!.bytes, clip!.bytes.length - 5) },
    { ...readout!, bytes: flipped(readout!.bytes, 300) },
  ]

  await choose(page, altered)

  await expect(page.getByRole('status')).toHaveText('3 files are not.')
  await expect(page.getByRole('article', { name: 'clip-1.mp4' })).toContainText(
    'This is not the file that was signed',
  )
  for (const name of ['clip-1.json', 'readout.json'])
    await expect(page.getByRole('article', { name })).toContainText(
      'the text or the signature was altered',
    )
})

test('a server that publishes with one signature missing is told by its own address, with the side (R116)', async () => {
  const page = await verifyPage(browser, copy.url)
  const released = new Map([
    ['/public/call', Buffer.from('<a href="/public/call/clip-1.json">Statement</a>')],
    ['/public/call/clip-1.json', Buffer.from(made.withOneMissing)],
  ])
  await page.route('**/public/**', (route) => {
    const body = released.get(new URL(route.request().url()).pathname)
    return body ? route.fulfill({ body }) : route.fulfill({ status: 404 })
  })

  await page.getByLabel('Or an address of').fill(`${copy.url}/public/call`)
  await page.getByRole('button', { name: 'Fetch and check' }).click()

  const statement = page.getByRole('article', { name: '/public/call/clip-1.json' })
  await expect(statement).toContainText('A side that has to sign it did not.')
  await expect(statement).toContainText('Switzerland')
  await page.getByLabel('Or an address of').fill('https://elsewhere.example/public/call')
  await page.getByRole('button', { name: 'Fetch and check' }).click()
  await expect(page.getByText('This page can ask its own server only.')).toBeVisible()
})

test('only what a seal of the code that is expected has signed counts as proven', async () => {
  const page = await verifyPage(browser, copy.url)
  await choose(page, made.files)
  const [{ digits } = { digits: [] }] = made.seals

  await expectCode(page, digits.join(' '))
  await expect(page.getByRole('status')).toHaveText('3 files are as their seals signed them.')
  await expectCode(page, '0'.repeat(30))
  await expect(page.getByRole('status')).toHaveText('3 files are not.')
  await expectCode(page, '12345')
  await expect(page.getByText('A code has 30 digits.')).toBeVisible()
})

test('once loaded the page verifies without a network, in every language, and as a file that was saved', async () => {
  const page = await verifyPage(browser, copy.url)
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save it as a file' }).click()
  const saved = await (await saving).path()
  await page.context().setOffline(true)

  await page.getByLabel('Language of this page').selectOption('ar')
  await choose(page, made.files)
  await expect(page.getByRole('status')).toContainText('3 ملفات')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')

  const alone = await (await browser.newContext({ offline: true })).newPage()
  await alone.goto(pathToFileURL(await asHtml(saved)).href)
  await choose(alone, made.files)
  await expect(alone.getByRole('status')).toHaveText('3 files are as their seals signed them.')
  await expect(alone.getByText('This is a saved copy.')).toBeVisible()
  await expect(alone.getByLabel('Or an address of')).toHaveCount(0)
})

test('files are dropped on the page, or chosen with the keyboard alone', async () => {
  const page = await verifyPage(browser, copy.url)
  // Listened for in good time: what opens while Playwright only begins to listen is missed.
  const chooser = page.waitForEvent('filechooser')
  const [statement] = made.files
  const dropped = await page.evaluateHandle(
    ({ name, text }) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name))
      return data
    },
    { name: statement!.name, text: Buffer.from(statement!.bytes).toString() },
  )

  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped })

  await expect(page.getByRole('article', { name: 'clip-1.json' })).toBeVisible()
  await page.getByLabel('Choose files').focus()
  await page.keyboard.press('Enter')
  await (
    await chooser
  ).setFiles({
    name: 'readout.json',
    mimeType: '',
    buffer: Buffer.from(made.files[2]!.bytes),
  })
  await expect(page.getByRole('status')).toHaveText('2 files are as their seals signed them.')
})

async function expectCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('The code that a side publishes').fill(code)
  await page.getByRole('button', { name: /the code|this code/ }).click()
}

async function asHtml(path: string): Promise<string> {
  await copyFile(path, `${path}.html`)
  return `${path}.html`
}
