import { expect, test, type Locator } from '@playwright/test'
import { cuttableLine, type CuttableLine } from './line/cuttableLine.ts'
import { peopleHeardIn } from './media/hear.ts'
import { peopleSeenMoving } from './media/see.ts'
import { enrolAt, joinFrom, setStage, type Sitter, type Stage } from './stage.ts'

const BOTH = [0, 1]
const parts = new AsyncDisposableStack()
let stage: Stage
let line: CuttableLine
/** Whose line is cut, and who hears them. */
let speaker: Sitter
let listener: Sitter

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  stage = await setStage(parts, { seatsEach: 1 })
  line = parts.use(await cuttableLine(stage))
  listener = await enrolAt(stage, { place: 0, parts })
  speaker = await enrolAt(stage, { place: 1, parts, line })
  await joinFrom(listener)
  await joinFrom(speaker)
  await openMicrophone(listener)
  await openMicrophone(speaker)
  await allIsThere()
})
test.afterAll(() => parts.disposeAsync())

const long = { timeout: 60_000 }
const closed = ({ page }: Sitter): Locator => page.getByRole('button', { name: /^Mic closed/ })
const open = ({ page }: Sitter): Locator => page.getByRole('button', { name: /^Mic open/ })
const openMicrophone = (person: Sitter) => closed(person).click()

/** Both see both, and each hears the other. */
async function allIsThere(heard = heardBySpeaker): Promise<void> {
  await expect.poll(() => peopleSeenMoving(speaker.page), long).toEqual(BOTH)
  await expect.poll(() => peopleSeenMoving(listener.page), long).toEqual(BOTH)
  await expect.poll(heard, long).toEqual([0])
  await expect.poll(() => peopleHeardIn(listener.page, BOTH), long).toEqual([1])
}

function heardBySpeaker(): Promise<number[]> {
  return peopleHeardIn(speaker.page, BOTH)
}

/** Whose own line was lost, too, and is once more as it comes back, opens the microphone again. */
async function heardOnceOpen(): Promise<number[]> {
  if (await closed(listener).isVisible()) await openMicrophone(listener)
  return heardBySpeaker()
}

/** Sound and picture of the other are back without a click; the microphone is closed, and the screen says why. */
async function closedAndSaid(words: RegExp, heard = heardBySpeaker): Promise<void> {
  await expect(closed(speaker)).toBeVisible(long)
  await expect(speaker.page.getByText(words).first()).toBeVisible()
  await expect.poll(() => peopleSeenMoving(speaker.page), long).toEqual(BOTH)
  await expect.poll(heard, long).toEqual([0])
  await expect.poll(() => peopleSeenMoving(listener.page), long).toEqual(BOTH)
  // What was said before it closed may still be under way.
  await expect.poll(() => peopleHeardIn(listener.page, BOTH), long).toEqual([])
  await openMicrophone(speaker)
  await allIsThere(heard)
}

test('all media of the one whose line is cut goes over that line', async () => {
  const before = line.packets
  await expect.poll(() => line.packets - before, long).toBeGreaterThan(500)
})

test('the line to the media server drops for one second: the microphone stays as its holder set it (R32)', async () => {
  line.cut('media')
  await forSeconds(1)
  line.mend()

  await allIsThere()
  await expect(open(speaker)).toBeVisible()
})

test('it drops for ten seconds: the seat is kept, all comes back without a click, the microphone closed (R32)', async () => {
  line.cut('media')
  await forSeconds(5)
  expect(await peopleSeenMoving(listener.page)).toEqual([0])
  await forSeconds(5)
  line.mend()

  await closedAndSaid(/closed because the connection was lost/)
})

test('the whole line drops for ten seconds, the server with it: likewise (R32)', async () => {
  line.cut('all')
  await expect(speaker.page.getByText('Coming back').first()).toBeVisible()
  await forSeconds(10)
  line.mend()

  await closedAndSaid(/closed because the connection was lost/)
})

test('the media server silent for one second leaves a microphone as its holder set it (R32)', async () => {
  const { mediaPid } = stage.running
  if (!mediaPid) throw new Error('The media server is a child of the server')

  process.kill(mediaPid, 'SIGSTOP')
  await forSeconds(1)
  process.kill(mediaPid, 'SIGCONT')

  await allIsThere()
  await expect(open(speaker)).toBeVisible()
})

test('silent for longer it is said, the microphone closes, and all comes back without a click (R32)', async () => {
  const { mediaPid } = stage.running
  if (!mediaPid) throw new Error('The media server is a child of the server')

  process.kill(mediaPid, 'SIGSTOP')
  for (const { page } of [speaker, listener])
    // oxlint-disable-next-line no-await-in-loop -- both have to notice
    await expect(page.getByText('Coming back').first()).toBeVisible()
  process.kill(mediaPid, 'SIGCONT')

  await closedAndSaid(/closed because the connection was lost/, heardOnceOpen)
})

test('another microphone is chosen in the call: it starts closed, and the screen says so (R32)', async () => {
  const { page } = speaker
  await page.getByRole('button', { name: 'Devices' }).click()
  const field = page.getByRole('combobox', { name: 'Microphone' })
  const chosen = await field.inputValue()
  const others = await field
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))
  await field.selectOption(others.find((one) => one !== chosen) ?? '')
  await page.getByRole('button', { name: 'Close', exact: true }).click()

  await closedAndSaid(/closed because another one was chosen/)
})

test('a page that is loaded again comes back without a click, its microphone closed (R32)', async () => {
  await speaker.page.reload()

  await closedAndSaid(/closed because|Nobody hears you yet/)
})

/** By the clock of a page, as long as its people wait. */
async function forSeconds(seconds: number): Promise<void> {
  await listener.page.evaluate(
    (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    seconds * 1000,
  )
}
