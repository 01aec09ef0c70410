import { expect, test, type Page } from '@playwright/test'
import { enrolAt, joinFrom, setStage } from './stage.ts'

const UPRIGHT = { width: 390, height: 844 }
const ON_ITS_SIDE = { width: 844, height: 390 }

test('on a telephone the screen stays on in the call and no longer, and everything is in reach however it is held', async () => {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, { seatsEach: 1 })
  const sitter = await enrolAt(stage, { place: 0, parts })
  const { page, context } = sitter
  await context.grantPermissions(['camera', 'microphone', 'screen-wake-lock'])
  await page.getByRole('button', { name: 'Join', exact: true }).waitFor()
  await page.addInitScript(noteLocks)
  await page.setViewportSize(UPRIGHT)
  await page.reload()
  const join = page.getByRole('button', { name: 'Join', exact: true })
  for (const size of [ON_ITS_SIDE, UPRIGHT]) {
    await page.setViewportSize(size)
    await expect(join).toBeInViewport({ ratio: 1 })
    expect(await overflowOf(page)).toBe(0)
  }
  expect(await locksOf(page)).toEqual([])

  await joinFrom(sitter)

  await expect.poll(() => locksOf(page)).toEqual(['held'])
  for (const size of [ON_ITS_SIDE, UPRIGHT]) {
    await page.setViewportSize(size)
    for (const name of [/^Mic /, /^Camera /, /^Leave$/])
      await expect(page.getByRole('button', { name }).first()).toBeInViewport({ ratio: 1 })
    expect(await overflowOf(page)).toBe(0)
  }
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('button', { name: 'Leave the call' }).click()
  await page.getByRole('button', { name: 'Join again' }).waitFor()
  await expect.poll(() => locksOf(page)).toEqual(['released'])
})

/** Pixels by which the page is wider than its window. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

function locksOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { locks } = globalThis as unknown as { locks: WakeLockSentinel[] }
    return locks.map(({ released }) => (released ? 'released' : 'held'))
  })
}

/** Runs in the page, before all else: keeps every wake lock that is taken. */
function noteLocks(): void {
  const locks: WakeLockSentinel[] = []
  Object.assign(globalThis, { locks })
  const { wakeLock } = navigator
  const real = wakeLock.request.bind(wakeLock)
  wakeLock.request = async (type) => {
    const taken = await real(type)
    locks.push(taken)
    return taken
  }
}
