import { expect, test, type Locator, type Page } from '@playwright/test'
import { enrolAt, setStage, type Sitter } from './stage.ts'

const parts = new AsyncDisposableStack()
let sitter: Sitter

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const stage = await setStage(parts, { seatsEach: 1 })
  sitter = await enrolAt(stage, { place: 0, parts })
})
test.afterAll(() => parts.disposeAsync())

const field = (page: Page, name: string): Locator => page.getByRole('combobox', { name })
const band = (page: Page): Locator => page.getByRole('img', { name: /^Sound band/ })

test('a voice that ends where a telephone does is told from a full one, with its band', async () => {
  const { page } = sitter

  await expect(band(page)).toHaveAccessibleName(/ to \d(\.\d)? kHz\. Interpreters need/)

  await expect(page.getByText(/like a telephone$/)).toBeVisible()
})

test('light and line are told in words', async () => {
  const { page } = sitter

  await expect(page.getByText(/^Good light/)).toBeVisible()
  await expect(page.getByText(/^\d+ ms to the server and back/)).toBeVisible()
})

test('the chime is played, and what the microphone heard meanwhile is told', async () => {
  const { page } = sitter

  await page.getByRole('button', { name: 'Play a sound' }).click()

  await expect(page.getByText('Do you hear four notes?')).toBeVisible()
  // The fake microphone goes on talking: that is no echo, and hides one.
  await expect(page.getByText(/^Something else sounded too/)).toBeVisible()
})

test('a microphone chosen before is chosen again, by its name, and measured', async () => {
  const { page } = sitter
  await field(page, 'Microphone').selectOption({ label: 'Fake Audio Input 2' })

  await page.reload()

  const chosen = field(page, 'Microphone').getByRole('option', { selected: true })
  await expect(chosen).toHaveText('Fake Audio Input 2')
  await expect(page.getByText('is not connected', { exact: false })).toHaveCount(0)
  await expect(band(page)).toBeVisible()
})

test('one that is gone by the next time is named, and another is used', async () => {
  const { page } = sitter
  await page.evaluate(() => {
    localStorage.setItem('microphone', 'unplugged')
    localStorage.setItem('microphone name', 'Table microphone')
  })

  await page.reload()

  await expect(page.getByText('Table microphone is not connected.')).toBeVisible()
  await expect(page.getByRole('meter', { name: 'Level of your microphone' })).toBeVisible()
})

test('whoever goes in is measured no more', async () => {
  const { page } = sitter
  await expect(page.getByText(/^\d+ ms to the server and back/)).toBeVisible()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
  await expect.poll(() => asked).toContain('/healthz')

  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('button', { name: /^Mic closed/ }).waitFor()
  asked.length = 0

  // As long as three questions take: none comes.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 9000)))
  expect(asked).not.toContain('/healthz')
})
