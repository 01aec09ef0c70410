import { expect, type Locator, type Page } from '@playwright/test'
import type { Shown } from './attack.ts'
import type { Seated } from './evilStage.ts'

/** Presses what is named so. */
export async function press({ page }: Seated, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click()
}

/** Has them read all that is said above the pictures. */
export async function noteAll({ page }: Seated): Promise<void> {
  const noted = page.locator('.banner').getByRole('button', { name: 'Noted' })
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  while ((await noted.count()) > 0) await noted.first().click()
}

/** The victim’s screen says it in time, which the table is told. */
export async function isSaid(shown: Shown, words: Locator, withinMs = 10_000): Promise<void> {
  const fromMs = performance.now()
  await expect(words).toBeVisible({ timeout: withinMs })
  shown(performance.now() - fromMs)
}

/** What is said of a picture that is not shown. */
export function notShown({ page }: Seated, name: string | RegExp, why = ''): Locator {
  const { source } = typeof name === 'string' ? new RegExp(name) : name
  return banner(page, new RegExp(`A picture of .*${source}.* arrives and is not shown`), why)
}

/** What is said of sound that is not played. */
export function notPlayed({ page }: Seated, name: string, why = ''): Locator {
  return banner(page, new RegExp(`Sound of .*${name}.* arrives and is not played`), why)
}

/** What is said of what another device made. */
export function foreign({ page }: Seated, what: 'picture' | 'sound'): Locator {
  return banner(page, new RegExp(`This ${what} is not from the device of .*Person 1`), '')
}

/** What is said above the pictures. */
export function banner(page: Page, title: RegExp, why: string | RegExp): Locator {
  return page.locator('.banner').filter({ hasText: title }).filter({ hasText: why }).first()
}
