import { expect, type Locator, type Page } from '@playwright/test'

/** The tab in which a desk writes. */
export async function openReadouts(desk: Page): Promise<void> {
  await desk.getByRole('tab', { name: 'Readouts' }).click()
  await desk.getByRole('heading', { name: 'Our readout' }).waitFor()
}

/** Reads the text whole, and has the seal sign it. */
export async function sign(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Read it whole, and sign' }).click()
  await desk.getByRole('button', { name: 'Sign exactly this text' }).click()
  await expect(desk.getByRole('heading', { name: 'This is signed' })).toBeVisible()
  await desk.getByRole('button', { name: 'Back to writing' }).click()
}

/** What is written in it. */
export function textOf(desk: Page): Locator {
  return desk.getByRole('textbox', { name: 'Text of the readout' })
}

/** Takes all out of it. */
export async function emptied(text: Locator): Promise<void> {
  await text.click()
  await text.press('Control+a')
  await text.press('Delete')
  await text.press('Control+Alt+0')
}

/** Writes that in place of what was there. */
export async function write(desk: Page, title: string, text: string): Promise<void> {
  await desk.getByRole('textbox', { name: 'Title', exact: true }).fill(title)
  await emptied(textOf(desk))
  await desk.keyboard.type(text)
}

/** Publishes what was signed. */
export async function publish(desk: Page): Promise<void> {
  await sign(desk)
  await desk.getByRole('button', { name: 'Publish now' }).click()
}
