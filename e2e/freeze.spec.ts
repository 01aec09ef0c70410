import { expect, test } from '@playwright/test'
import { peopleHeardIn } from './media/hear.ts'
import { peopleSeenMoving } from './media/see.ts'
import { enrolAt, joinFrom, setStage, type Sitter } from './stage.ts'

const BOTH = [0, 1]
const long = { timeout: 60_000 }
const parts = new AsyncDisposableStack()
/** Whose device hangs, and who sits before the still picture. */
let frozen: Sitter
let watcher: Sitter

test.beforeAll(async () => {
  const stage = await setStage(parts, { seatsEach: 1 })
  watcher = await enrolAt(stage, { place: 0, parts })
  frozen = await enrolAt(stage, { place: 1, parts })
  for (const person of [watcher, frozen]) {
    // oxlint-disable-next-line no-await-in-loop -- one click after the other
    await joinFrom(person)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await person.page.getByRole('button', { name: /^Mic closed/ }).click()
  }
  await expect.poll(() => peopleSeenMoving(watcher.page), long).toEqual(BOTH)
  await expect.poll(() => peopleHeardIn(watcher.page, BOTH), long).toEqual([1])
})
test.afterAll(() => parts.disposeAsync())

test('whose device hangs is shown as frozen, on the picture and in the list, and as there again once they come (R36)', async () => {
  const { page } = watcher
  const pids = await processesOf(frozen)
  try {
    for (const pid of pids) process.kill(pid, 'SIGSTOP')
    await expect(page.locator('figure').getByText('frozen')).toBeVisible()
    await expect(page.getByRole('listitem').getByText('frozen')).toBeVisible()
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT')
  }

  await expect(page.getByText('frozen')).toHaveCount(0, long)
  await expect.poll(() => peopleSeenMoving(page), long).toEqual(BOTH)
})

/** Of that person's browser and of nobody else's. */
async function processesOf({ context }: Sitter): Promise<readonly number[]> {
  const browser = context.browser()
  if (!browser) throw new Error('Everybody has a browser of their own')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.map(({ id }) => id)
}
