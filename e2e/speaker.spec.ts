import { expect, test, type Locator, type Page } from '@playwright/test'
import { enrolAt, joinFrom, setStage, type Sitter } from './stage.ts'

const parts = new AsyncDisposableStack()
let listener: Sitter
let speaker: Sitter

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const stage = await setStage(parts, { seatsEach: 1 })
  listener = await enrolAt(stage, { place: 0, parts })
  speaker = await enrolAt(stage, { place: 1, parts })
})
test.afterAll(() => parts.disposeAsync())

const long = { timeout: 60_000 }
const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Speaker' })
let chosen: string

test('a speaker chosen in the green room is remembered on the device', async () => {
  const { page } = listener
  await expect.poll(() => field(page).getByRole('option').count(), long).toBeGreaterThan(1)
  const last = field(page).getByRole('option').last()
  const name = (await last.textContent()) ?? ''

  await field(page).selectOption(await last.getAttribute('value'))
  await page.reload()

  // By its name: a browser may number it anew with each visit.
  await expect(field(page).getByRole('option', { selected: true })).toHaveText(name, long)
  chosen = await field(page).inputValue()
})

test('in the call the others are heard from it, and from another once that is chosen', async () => {
  const { page } = listener
  await joinFrom(listener)
  await joinFrom(speaker)
  await speaker.page.getByRole('button', { name: /^Mic closed/ }).click()
  await expect.poll(() => sinksOf(page), long).toEqual([chosen])

  await page.getByRole('button', { name: 'Devices' }).click()
  await expect(field(page)).toHaveValue(chosen)
  const first = (await field(page).getByRole('option').nth(1).getAttribute('value')) ?? ''
  await field(page).selectOption(first)

  await expect.poll(() => sinksOf(page), long).toEqual([first])
  expect(first).not.toBe(chosen)
})

/** Where the elements that play the others play. */
function sinksOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const playing = [...document.querySelectorAll('audio')]
    return [...new Set(playing.map(({ sinkId }) => sinkId))]
  })
}
