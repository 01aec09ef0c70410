import type { Page, ViewportSize } from '@playwright/test'
import axe from 'axe-core'
import { expectNoneFound } from './noneFound.ts'

export const ON_A_DESK = { width: 1440, height: 900 } as const
const ON_A_TELEPHONE = { width: 390, height: 844 } as const

/** The rules whose answer can differ between two themes of the same page. */
const ABOUT_COLOUR = ['color-contrast', 'link-in-text-block']

/** Asks axe about the page as it stands, at both sizes or those given, and in both themes. */
export async function axeLook(
  page: Page,
  state: string,
  sizes: readonly ViewportSize[] = [ON_A_DESK, ON_A_TELEPHONE],
): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  for (const viewport of sizes) {
    await page.setViewportSize(viewport)
    for (const theme of ['light', 'dark'] as const) {
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
      const rules = theme === 'light' ? undefined : ABOUT_COLOUR
      const where = `${state}, ${theme}, ${viewport.width} wide`
      await expectNoneFound(() => page.evaluate(brokenRules, rules), where)
    }
  }
  await page.setViewportSize(ON_A_DESK)
}

/** Runs in the page: what breaks a rule, of those that are named or of all. */
async function brokenRules(rules: string[] | undefined): Promise<string[]> {
  const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
  const { violations } = await inPage.run(document, {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}
