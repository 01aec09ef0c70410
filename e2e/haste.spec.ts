import { expect, test } from '@playwright/test'
import { peopleSeenMoving } from './media/see.ts'
import { enrolAt, joinFrom, setStage } from './stage.ts'

const parts = new AsyncDisposableStack()
test.afterAll(() => parts.disposeAsync())

test('whoever joins before their camera has come up has it in the call', async () => {
  const stage = await setStage(parts, { seatsEach: 1 })
  const hasty = await enrolAt(stage, { place: 0, parts })
  const { page } = hasty
  await page.getByRole('button', { name: 'Join', exact: true }).waitFor()
  await page.addInitScript(holdCameras)
  await page.reload()
  await joinFrom(hasty)
  expect(await peopleSeenMoving(page)).toEqual([])

  await page.evaluate(() => dispatchEvent(new Event('cameras-come')))

  await expect.poll(() => peopleSeenMoving(page)).toEqual([0])
})

/** Runs in the page, before all else: a camera takes until an event of the window. */
function holdCameras(): void {
  const come = new Promise((resolve) => {
    addEventListener('cameras-come', resolve, { once: true })
  })
  const { mediaDevices } = navigator
  const real = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (wanted) => {
    if (wanted?.video) await come
    return real(wanted)
  }
}
