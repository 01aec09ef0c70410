import { expect, test, type Locator, type Page } from '@playwright/test'
import { enrolAt, joinFrom, setStage } from './stage.ts'

const UPRIGHT = { width: 390, height: 844 }
const ON_ITS_SIDE = { width: 844, height: 390 }
const TABLET = { width: 768, height: 1024 }

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
  for (const size of [TABLET, ON_ITS_SIDE, UPRIGHT]) {
    await page.setViewportSize(size)
    for (const name of [/^Mic /, /^Camera /, /^Leave$/])
      await expect.poll(() => isBare(page.getByRole('button', { name }).first())).toBe(true)
    expect(await overflowOf(page)).toBe(0)
  }
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('button', { name: 'Leave the call' }).click()
  await page.getByRole('button', { name: 'Join again' }).waitFor()
  await expect.poll(() => locksOf(page)).toEqual(['released'])
})

/** Whether a control lies in the window with its whole width, and nothing lies over it. */
function isBare(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const points = [left + 4, right - 4].map((x) => [x, (top + bottom) / 2] as const)
    return (
      bottom <= innerHeight &&
      points.every(([x, y]) => element.contains(document.elementFromPoint(x, y)))
    )
  })
}

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
