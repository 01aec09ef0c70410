import { expect, test } from '@playwright/test'
import { peopleHeardIn } from './media/hear.ts'
import { peopleSeenMoving } from './media/see.ts'
import { enrolAt, joinFrom, setStage } from './stage.ts'

const BOTH = [0, 1]
const parts = new AsyncDisposableStack()
test.afterAll(() => parts.disposeAsync())

const long = { timeout: 60_000 }

test('when what seals frames dies in a call it is said, and all comes back without a click, the microphone closed', async () => {
  const stage = await setStage(parts, { seatsEach: 1 })
  const listener = await enrolAt(stage, { place: 0, parts })
  const speaker = await enrolAt(stage, { place: 1, parts })
  await speaker.page.getByRole('button', { name: 'Join', exact: true }).waitFor()
  await speaker.page.addInitScript(keepWorkers)
  await speaker.page.reload()
  await joinFrom(listener)
  await joinFrom(speaker)
  await speaker.page.getByRole('button', { name: /^Mic closed/ }).click()
  await expect.poll(() => peopleHeardIn(listener.page, BOTH), long).toEqual([1])

  await speaker.page.evaluate(() => dispatchEvent(new Event('kill-workers')))

  await expect(speaker.page.getByRole('button', { name: /^Mic closed/ })).toBeVisible(long)
  await expect(speaker.page.getByText(/microphone was closed because/).first()).toBeVisible()
  await expect.poll(() => peopleSeenMoving(listener.page), long).toEqual(BOTH)
  await expect.poll(() => peopleSeenMoving(speaker.page), long).toEqual(BOTH)
  expect(await peopleHeardIn(listener.page, BOTH)).toEqual([])
  await speaker.page.getByRole('button', { name: /^Mic closed/ }).click()
  await expect.poll(() => peopleHeardIn(listener.page, BOTH), long).toEqual([1])
})

/** Runs in the page, before all else: its workers can be ended behind its back. */
function keepWorkers(): void {
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      addEventListener('kill-workers', () => this.terminate(), { once: true })
    }
  }
}
