import { expect, type Page } from '@playwright/test'

/** Has the page speak that language, whatever it shows: the choice is made in another window of its browser. */
export async function speak(page: Page, language: string): Promise<void> {
  const other = await page.context().newPage()
  await other.goto(new URL('/icon.svg', page.url()).href)
  await other.evaluate((chosen) => localStorage.setItem('parley-language', chosen), language)
  await other.close()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}
