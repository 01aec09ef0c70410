import { expect, test, type Page } from '@playwright/test'
import { cuttableLine, type CuttableLine } from './line/cuttableLine.ts'
import { peopleHeardIn } from './media/hear.ts'
import { peopleSeenMoving } from './media/see.ts'
import { enrolAt, joinFrom, setStage, type Sitter, type Stage } from './stage.ts'

const parts = new AsyncDisposableStack()
let stage: Stage
let line: CuttableLine
/** A principal over a line that can be cut, and the other principal. */
let speaker: Sitter
let listener: Sitter

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  stage = await setStage(parts, {
    seatsEach: 2,
    seatAt: (place) => ({ role: place % 2 === 0 ? 'principal' : 'adviser' }),
  })
  line = parts.use(await cuttableLine(stage))
  listener = await enrolAt(stage, { place: 0, parts })
  speaker = await enrolAt(stage, { place: 2, parts, line })
  await joinFrom(listener)
  await joinFrom(speaker)
  for (const { page } of [listener, speaker]) {
    await noteDoubts(page)
    await page.getByRole('button', { name: /^Mic closed/ }).click()
  }
  await expect.poll(() => peopleHeardIn(listener.page, [0, 2])).toEqual([2])
  await expect.poll(() => peopleSeenMoving(listener.page)).toEqual([0, 2])
})
test.afterAll(() => parts.disposeAsync())

const DOUBTS = /^(sound|picture|sound and picture) (of another device|not confirmed)$/
const doubt = ({ page }: Sitter) => page.getByText(DOUBTS)

test('a true principal’s sound and picture raise no doubt, for 20 s in which packets are lost and somebody comes in (R73, R119)', async () => {
  line.lose(0.1)
  await forSeconds(8)
  const third = await enrolAt(stage, { place: 1, parts })
  await joinFrom(third)
  await forSeconds(4)
  line.cut('media')
  await forSeconds(0.8)
  line.mend()
  await forSeconds(8)
  line.lose(0)

  await expect.poll(() => peopleHeardIn(third.page, [0, 1, 2])).toContain(2)
  await expect.poll(() => peopleSeenMoving(third.page)).toContain(2)
  for (const { page } of [listener, speaker]) expect(await doubtsNoted(page)).toEqual([])
  await expect(doubt(third)).toHaveCount(0)
})

test('while words are held up sound and picture are said not to be confirmed, to be of nobody else, and are confirmed after (R73, R119)', async () => {
  const both = 'sound and picture not confirmed'
  line.cut('words')
  await expect(doubt(listener).filter({ hasText: both }).first()).toBeVisible({ timeout: 5000 })
  const said = listener.page.getByText(/confirms neither this sound nor this picture/)
  await expect(said.first()).toBeVisible()
  expect(await peopleHeardIn(listener.page, [0, 2])).toEqual([2])
  line.mend()

  await expect(doubt(listener)).toHaveCount(0)
  const noted = await doubtsNoted(listener.page)
  expect([noted.includes(both), noted.filter((one) => one.includes('another'))]).toEqual([true, []])
})

/** Keeps every word of doubt that ever stands on the page. */
async function noteDoubts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = new Set<string>()
    Object.assign(globalThis, { noted })
    const look = () => {
      const marks = '[data-mark$="-foreign"], [data-mark$="-unconfirmed"]'
      for (const mark of document.querySelectorAll(marks)) noted.add(mark.textContent)
    }
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
}

function doubtsNoted(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(globalThis as unknown as { noted: Set<string> }).noted])
}

/** By the clock of a page, as long as its people wait. */
async function forSeconds(seconds: number): Promise<void> {
  await listener.page.evaluate(
    (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    seconds * 1000,
  )
}
