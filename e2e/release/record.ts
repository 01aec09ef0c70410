import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'

const long = { timeout: 60_000 }

/** Somebody in the call leaves it. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Leave the call' }).press('Enter')
  await page.getByRole('button', { name: 'Join again' }).waitFor()
}

/** Both desks sign the same; each shows its record. */
export async function signRecord(first: Page, second: Page): Promise<void> {
  await first.getByRole('button', { name: 'Sign the record' }).click(long)
  await second.getByRole('button', { name: /^Sign the same as/ }).click(long)
  for (const desk of [first, second])
    // oxlint-disable-next-line no-await-in-loop -- one desk after the other
    await expect(desk.getByText('Every side signed the same record.')).toBeVisible(long)
}

/** Saves the record as its officer would, and gives the path of its file. */
export async function saveRecord(desk: Page): Promise<string> {
  const saving = desk.waitForEvent('download')
  await desk.getByRole('button', { name: 'Save the record' }).click()
  const file = join(await mkdtemp(join(tmpdir(), 'record-')), 'record.json')
  await (await saving).saveAs(file)
  return file
}
