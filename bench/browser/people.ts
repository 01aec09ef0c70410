import type { Page } from '@playwright/test'
import { enrolAt, joinFrom, type Sitter } from '../../e2e/stage.ts'
import { logFramesIn } from './frameLog.ts'
import { visit } from './visits.ts'
import { watchPage, type Noting } from './watch.ts'

/** Gives somebody a browser with a seat, at its green room, where what the page shows and plays is noted. */
export async function come(
  stage: Parameters<typeof enrolAt>[0],
  {
    noting,
    withFrames = false,
    before,
    ...how
  }: Parameters<typeof enrolAt>[1] & {
    noting: Noting
    withFrames?: boolean
    /** Done on the first visit, of two. */
    before?: (page: Page) => Promise<void>
  },
): Promise<Sitter> {
  const sitter = await enrolAt(stage, { hasLargeCamera: true, ...how })
  await sitter.page.getByRole('button', { name: 'Join', exact: true }).waitFor()
  await before?.(sitter.page)
  if (withFrames) await logFramesIn(sitter.context)
  return await comeBack(sitter, { isCold: false, noting })
}

/** A new tab at the same seat. */
export function comeBack(
  sitter: Sitter,
  { noting, ...how }: { isCold: boolean; url?: string; noting: Noting },
): Promise<Sitter> {
  return visit(sitter, { ...how, prepare: (page) => watchPage(page, noting) })
}

/** Goes in, and opens the microphone. */
export async function goInTalking(sitter: Sitter): Promise<void> {
  await joinFrom(sitter)
  await sitter.page.getByRole('button', { name: /^Mic closed/ }).click()
  await sitter.page.getByRole('button', { name: /^Mic open/ }).waitFor()
}

/** Leaves the call; resolves when the page says so. */
export async function leave({ page }: Sitter): Promise<void> {
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('button', { name: 'Leave the call' }).click()
  await page.getByRole('button', { name: 'Join again' }).waitFor()
}
