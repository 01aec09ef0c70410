import { expect, test, type Page } from '@playwright/test'
import { brokenLayout } from './languages/inPage/brokenLayout.ts'
import { PADDING } from '../apps/web/src/samples/padMessage.ts'
import { padFrench } from './languages/padded.ts'
import { openSamples, showSample } from './languages/samplesPage.ts'
import { unpaddedWords } from './languages/inPage/unpaddedWords.ts'
import { launchFor } from './media/launch.ts'
import { expectNoneFound } from './noneFound.ts'
import { speak } from './speak.ts'
import { startReal } from './stage.ts'
import { walkScreens } from './walk.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

test('every word of every screen comes from a catalogue and has room for two fifths more, as for Arabic and Russian', async () => {
  await using parts = new AsyncDisposableStack()
  await walkScreens(parts, async (page, state) => {
    await padFrench(page.context())
    await speak(page, 'fr')
    await expectNoneFound(() => page.evaluate(unpaddedWords, PADDING), state)
    await lookAtLayout(page, state)
    for (const language of ['ar', 'ru']) {
      await speak(page, language)
      await lookAtLayout(page, `${state} in ${language}`)
    }
    await speak(page, 'en')
    // Not sooner: what comes by itself in the meantime comes in French, and is padded too.
    await page.context().unrouteAll()
    await page.setViewportSize(SIZES[0])
  })
})

test('so does every word of a call, in every state that it has words for', async () => {
  await using parts = new AsyncDisposableStack()
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const page = await browser.newPage()
  const { calls: states } = await openSamples(page)
  expect(states.length).toBeGreaterThan(90)

  for (const state of states) {
    await showSample(page, state)
    await expectNoneFound(() => page.evaluate(unpaddedWords, PADDING), state)
    await lookAtLayout(page, state)
  }
})

test('a page speaks as its browser asks, and from then on as somebody chose; no words are fetched twice', async () => {
  await using parts = new AsyncDisposableStack()
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const page = await (await browser.newContext({ locale: 'ar-EG' })).newPage()
  const html = page.locator('html')
  const language = page.getByRole('banner').getByRole('combobox')
  const fetched = wordsFetchedBy(page)

  await page.goto(running.url)
  await expect(language).toHaveValue('ar')
  await expect(html).toHaveAttribute('dir', 'rtl')
  expect(fetched).toEqual(['ar-page', 'ar-start'])

  await language.selectOption('Français')
  await expect(html).toHaveAttribute('lang', 'fr')
  await expect(html).toHaveAttribute('dir', 'ltr')
  await language.selectOption('العربية')
  await expect(html).toHaveAttribute('lang', 'ar')
  await language.selectOption('Français')
  await expect(html).toHaveAttribute('lang', 'fr')
  expect(fetched).toEqual(['ar-page', 'ar-start', 'fr-page', 'fr-start'])

  await page.reload()
  await expect(language).toHaveValue('fr')
  await expect(html).toHaveAttribute('lang', 'fr')
})

async function lookAtLayout(page: Page, state: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    await expectNoneFound(() => page.evaluate(brokenLayout), `${state}, ${size.width} wide`)
  }
}

/** Language and part of each catalogue that the page asks for, as it does. */
function wordsFetchedBy(page: Page): string[] {
  const fetched: string[] = []
  page.on('request', (request) => {
    const [, words] = /\/words-(\w+-\w+)-[^/]+\.js$/.exec(request.url()) ?? []
    if (words) fetched.push(words)
  })
  return fetched
}
