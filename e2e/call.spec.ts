import { expect, test } from '@playwright/test'
import { peopleHeardIn } from './media/hear.ts'
import { peopleSeenMoving } from './media/see.ts'
import { enrolAt, joinFrom, setStage, type Sitter, type Stage } from './stage.ts'

const EVERYONE = [0, 1, 2, 3]
const parts = new AsyncDisposableStack()
let stage: Stage
let people: Sitter[]

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  stage = await setStage(parts)
  people = []
  for (const place of EVERYONE)
    // oxlint-disable-next-line no-await-in-loop -- two cores carry one start of a browser at a time
    people.push(await enrolAt(stage, { place, parts }))
})
test.afterAll(() => parts.disposeAsync())

const others = (place: number) => EVERYONE.filter((other) => other !== place)
const long = { timeout: 60_000 }

function sitter(place: number): Sitter {
  const found = people[place]
  if (!found) throw new Error('Four sit here')
  return found
}

test('four people of two sides join with one click each, and everyone sees everyone', async () => {
  // oxlint-disable-next-line no-await-in-loop -- one click after the other
  for (const person of people) await joinFrom(person)

  for (const { page } of people)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await expect.poll(() => peopleSeenMoving(page), long).toEqual(EVERYONE)
})

test('a microphone is heard once its holder opens it, and by everyone', async () => {
  expect(await peopleHeardIn(sitter(1).page, EVERYONE)).toEqual([])

  for (const { page } of people)
    // oxlint-disable-next-line no-await-in-loop -- one click after the other
    await page.getByRole('button', { name: /^Mic closed/ }).click()

  for (const { page, place } of people)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await expect.poll(() => peopleHeardIn(page, EVERYONE), long).toEqual(others(place))
})

test('a microphone that was closed is heard by nobody any more', async () => {
  await sitter(0)
    .page.getByRole('button', { name: /^Mic open/ })
    .click()

  await expect.poll(() => peopleHeardIn(sitter(2).page, EVERYONE), long).toEqual([1, 3])
})

test('what one writes the others read, under the name that the delegation gives', async () => {
  const { page } = sitter(0)
  await page.getByRole('tab', { name: /Messages/ }).click()
  await page.getByRole('textbox').fill('Shall we begin?')
  await page.getByRole('button', { name: 'Send to everyone' }).click()

  const reader = sitter(3).page
  await reader.getByRole('tab', { name: /Messages/ }).click()
  await expect(reader.getByText('Shall we begin?')).toBeVisible()
})

test('a page that is loaded again comes back without a click, its microphone closed (R32)', async () => {
  const { page } = sitter(2)
  await page.reload()

  await page.getByRole('button', { name: /^Mic closed/ }).waitFor()
  await expect.poll(() => peopleSeenMoving(page), long).toEqual(EVERYONE)
  await expect.poll(() => peopleHeardIn(page, EVERYONE), long).toEqual([1, 3])
  await expect.poll(() => peopleHeardIn(sitter(1).page, EVERYONE), long).toEqual([3])
})

test('the media server silent for one second leaves a microphone as its holder set it (R32)', async () => {
  const { page } = sitter(3)
  const { mediaPid } = stage.running
  if (!mediaPid) throw new Error('The media server is a child of the server')

  process.kill(mediaPid, 'SIGSTOP')
  await page.evaluate(forASecond)
  process.kill(mediaPid, 'SIGCONT')

  await expect.poll(() => peopleSeenMoving(page), long).toEqual(EVERYONE)
  await expect(page.getByRole('button', { name: /^Mic open/ })).toBeVisible()
  await expect.poll(() => peopleHeardIn(sitter(0).page, EVERYONE), long).toContain(3)
})

test('silent for longer it is said, the microphone closes, and all comes back without a click (R32)', async () => {
  const { page } = sitter(3)
  const { mediaPid } = stage.running
  if (!mediaPid) throw new Error('The media server is a child of the server')

  process.kill(mediaPid, 'SIGSTOP')
  await expect(page.getByText('Coming back').first()).toBeVisible()
  process.kill(mediaPid, 'SIGCONT')

  await expect(page.getByText('Coming back')).toHaveCount(0, long)
  await expect.poll(() => peopleSeenMoving(page), long).toEqual(EVERYONE)
  await expect(page.getByRole('button', { name: /^Mic closed/ })).toBeVisible()
  await expect(page.getByText(/microphone was closed/)).toBeVisible()
  expect(await peopleHeardIn(sitter(0).page, [3])).toEqual([])
  await page.getByRole('button', { name: /^Mic closed/ }).click()
  await expect.poll(() => peopleHeardIn(sitter(0).page, EVERYONE), long).toContain(3)
})

test('a link that was used opens for no second device, and says so', async () => {
  const { seat, desk } = stage.planned.seats[1] ?? {}
  if (!seat || !desk) throw new Error('There are four seats')
  const { page, context } = sitter(1)
  const browser = context.browser()
  const stranger = await browser?.newContext()
  const second = await stranger?.newPage()
  if (!second) throw new Error('A browser opens pages')

  await second.goto(page.url())

  await expect(second.getByText(/This link was used already/)).toBeVisible()
  await second.close()
})

test('a seat that its desk withdraws is out at once, and the others go on', async () => {
  const { seat, desk } = stage.planned.seats[1] ?? {}
  if (!seat || !desk) throw new Error('There are four seats')
  await desk.withdrawSeat(seat)

  await expect(sitter(1).page.getByRole('button', { name: 'Leave' })).toHaveCount(0)
  await expect.poll(() => peopleSeenMoving(sitter(0).page), long).toEqual([0, 2, 3])
  await expect.poll(() => peopleHeardIn(sitter(0).page, EVERYONE), long).toEqual([3])
})

test('a leaver is gone from every screen', async () => {
  const { page } = sitter(3)
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('button', { name: 'Leave the call' }).click()

  await expect.poll(() => peopleSeenMoving(sitter(0).page), long).toEqual([0, 2])
  await expect(page.getByRole('button', { name: 'Join again' })).toBeVisible()
})

/** Runs in the page: resolves after a second of its own clock. */
function forASecond(): Promise<void> {
  return new Promise((resolve) => {
    const until = performance.now() + 1000
    const look = () => (performance.now() >= until ? resolve() : requestAnimationFrame(look))
    look()
  })
}
