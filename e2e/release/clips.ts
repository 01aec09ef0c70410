import { expect, type Page } from '@playwright/test'

/** The tab of a desk in which there is no clip yet. */
export async function openClips(desk: Page): Promise<void> {
  await desk.getByRole('tab', { name: 'Clips' }).click()
  await desk.getByRole('heading', { name: 'No clip yet' }).waitFor()
}

/** Has the clip made that is being cut, and proposes it. */
export async function makeAndPropose(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Make the clip' }).click()
  await desk.getByRole('button', { name: 'Sign and propose it' }).click()
  await desk.getByRole('heading', { name: /^Clip 1: Dry years/ }).waitFor()
}

/** The code of the cut, as a desk shows it. */
export async function codeAt(desk: Page): Promise<string> {
  return (await desk.locator('.hash').textContent()) ?? ''
}

/** Refuses the cut that is shown. */
export async function refuse(desk: Page, reason: string): Promise<void> {
  await desk.getByRole('button', { name: 'Refuse it' }).click()
  await desk.getByRole('textbox', { name: 'Why not' }).fill(reason)
  await desk.getByRole('button', { name: 'Refuse this cut' }).click()
}

/** Every side has signed, and that desk may publish it. */
export async function isWhole(desk: Page): Promise<void> {
  await expect(desk.getByText('every manifest is in the file')).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Publish' })).toBeVisible()
}
