import type { Page } from '@playwright/test'
import { expectNoneFound } from '../noneFound.ts'
import { indistinct } from './inPage/indistinct.ts'

/** Looks at the page in the colours of the system, in both themes: every control and every mark can be told. */
export async function forcedLook(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.waitForFunction(hasItsRules)
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
    const where = `${state}, ${theme}, in the colours of the system`
    await expectNoneFound(() => page.evaluate(indistinct), where)
  }
  await page.emulateMedia({ forcedColors: 'none' })
}

/** Runs in the page: they are loaded once they are needed; a page that stands alone has none. */
function hasItsRules(): boolean {
  const root = document.documentElement
  const sheet = getComputedStyle(root).getPropertyValue('--sheet').trim()
  return root.dataset['page'] !== undefined || sheet.toLowerCase() === 'canvas'
}
