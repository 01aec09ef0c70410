import type { Page } from '@playwright/test'
import { brokenLayout } from '../languages/inPage/brokenLayout.ts'
import { expectNoneFound } from '../noneFound.ts'
import { hiddenControls } from './inPage/hiddenControls.ts'
import { moving } from './inPage/moving.ts'

/** A small telephone, a laptop’s window enlarged twice, and one that is enlarged four times. */
const SMALL = [
  { width: 320, height: 640 },
  { width: 720, height: 450 },
  { width: 640, height: 360 },
  { width: 320, height: 256 },
] as const

/** Looks at the page in small windows: nothing is cut or goes sideways, all that one presses is reached, nothing moves. */
export async function smallLook(page: Page, state: string): Promise<void> {
  const before = page.viewportSize()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const size of SMALL) {
    await page.setViewportSize(size)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    const where = `${state}, ${size.width} by ${size.height}`
    await expectNoneFound(() => page.evaluate(brokenLayout), where)
    await expectNoneFound(() => page.evaluate(hiddenControls), where)
  }
  await expectNoneFound(() => page.evaluate(moving), state)
  if (before) await page.setViewportSize(before)
}
