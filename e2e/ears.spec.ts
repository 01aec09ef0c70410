import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { launchFor } from './media/launch.ts'

/** The limiter as the console has it, for a page that has nothing else. */
const source = stripTypeScriptTypes(
  readFileSync(join(import.meta.dirname, '../apps/web/src/adapters/limiter.ts'), 'utf8'),
)
const LIMITER = `data:text/javascript,${encodeURIComponent(source)}`

let browser: Browser
let page: Page

test.beforeAll(async () => {
  browser = await launchFor(0)
  page = await browser.newPage()
})
test.afterAll(() => browser.close())

test('a tone at full scale comes out of an interpreter’s limiter below −11 dBFS', async () => {
  const out = await page.evaluate(peakOfTone, { from: LIMITER, dbfs: 0 })

  expect(out).toBeLessThan(-11)
  expect(out).toBeGreaterThan(-14)
})

test('a quiet tone comes out as loud as it came in, within 1 dB', async () => {
  for (const dbfs of [-20, -40]) {
    // oxlint-disable-next-line no-await-in-loop -- one page does one after the other
    const out = await page.evaluate(peakOfTone, { from: LIMITER, dbfs })
    expect(Math.abs(out - dbfs)).toBeLessThan(1)
  }
})

/** Runs in the page: the peak of a tone that went through the limiter, once it has settled. */
async function peakOfTone({ from, dbfs }: { from: string; dbfs: number }): Promise<number> {
  type Made = { input: AudioNode; output: AudioNode }
  const { limiter } = (await import(from)) as { limiter: (context: BaseAudioContext) => Made }
  const context = new OfflineAudioContext(1, 48_000, 48_000)
  const tone = new OscillatorNode(context, { frequency: 1000 })
  const loud = new GainNode(context, { gain: 10 ** (dbfs / 20) })
  const { input, output } = limiter(context)
  tone.connect(loud).connect(input)
  output.connect(context.destination)
  tone.start()
  const rendered = await context.startRendering()
  const settled = rendered.getChannelData(0).subarray(24_000)
  const peak = settled.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  return 20 * Math.log10(peak)
}
