import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const
/** The rules whose answer can differ between two themes of the same page. */
const ABOUT_COLOUR = ['color-contrast', 'link-in-text-block']

/** Asks axe about the page as it stands, at both sizes and in both themes. */
export async function axeLook(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const viewport of SIZES) {
    await page.setViewportSize(viewport)
    for (const theme of ['light', 'dark'] as const) {
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
      const axe = new AxeBuilder({ page }).setLegacyMode()
      const { violations } = await (theme === 'light' ? axe : axe.withRules(ABOUT_COLOUR)).analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      )
      expect.soft(found, `${state}, ${theme}, ${viewport.width} wide`).toEqual([])
    }
  }
  await page.setViewportSize(SIZES[0])
}
