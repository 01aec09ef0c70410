import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** What breaks a rule of axe, on the page as it stands. The page lets nobody put a script in, so it is evaluated. */
export async function axeReadsAll(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await inPage.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    )
  })
}
