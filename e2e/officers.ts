import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'

/** The sides whose officers sit at the browsers of a test. */
export const SIDES = ['Switzerland', 'Kenya'] as const

/** A profile of its own at that address. */
export async function pageAt(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['camera', 'microphone'],
    ...options,
  })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** Writes a plan between the two sides; its desk is there afterwards. */
export async function plan(page: Page): Promise<void> {
  await writePlan(page)
  await page.getByRole('button', { name: 'Make the plan' }).click()
}

/** The same, of which the first part is open, and is recorded. */
export async function planRecorded(page: Page): Promise<void> {
  await writePlan(page)
  await page
    .getByRole('checkbox', { name: /^Open part/ })
    .first()
    .check()
  await page.getByRole('radio', { name: /^Open parts only/ }).check()
  await page.getByRole('button', { name: 'Make the plan' }).click()
}

async function writePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Plan a call' }).click()
  await page.getByRole('textbox', { name: 'Your side' }).fill(SIDES[0])
  await page.getByRole('textbox', { name: 'The other side' }).fill(SIDES[1])
  await page.getByRole('textbox', { name: 'Title of the call' }).fill('Upper Tana Water Treaty')
}

/** The call of a desk. */
export function callOf(desk: Page): string {
  return /#desk=([\w-]+)\./.exec(desk.url())?.[1] ?? ''
}

/** Saves the seal of a desk, and gives the path of its file. */
export async function savedSeal(desk: Page, passphrase: string): Promise<string> {
  await desk.getByRole('button', { name: 'Make the backup' }).click()
  await desk.getByLabel('Passphrase').fill(passphrase)
  const saved = desk.waitForEvent('download')
  await desk.getByRole('button', { name: 'Save the seal to a file' }).click()
  return (await saved).path()
}

/** The invitation for the other side. */
export async function invite(page: Page): Promise<string> {
  await page.getByRole('button', { name: `Invite ${SIDES[1]}` }).click()
  return page.getByRole('textbox', { name: `Invitation for ${SIDES[1]}` }).inputValue()
}

/** The code of that side's seal, as a page shows it. */
export function sealCode(page: Page, side: string) {
  return page.getByRole('group', { name: `Code of the seal of ${side}` })
}

/** Both officers say that the codes are the same. */
export async function confirmSeals(first: Page, second: Page): Promise<void> {
  await second.getByRole('button', { name: 'The codes are the same' }).click()
  await first.getByRole('button', { name: 'The codes are the same' }).click()
}

/** Both sign what was planned. */
export async function signPlan(first: Page, second: Page): Promise<void> {
  await first.getByRole('button', { name: 'Sign the plan' }).click()
  await second.getByRole('button', { name: 'Sign the plan' }).click()
  for (const desk of [first, second])
    // oxlint-disable-next-line no-await-in-loop -- one desk after the other
    await expect(desk.getByText('It is agreed.')).toBeVisible()
}

/** Declares one more person; `desk` shows its seats. */
export async function addSeat(desk: Page, name: string): Promise<void> {
  await desk.getByRole('textbox', { name: 'Name' }).fill(name)
  await desk.getByRole('button', { name: 'Add a seat' }).click()
  await desk.getByRole('button', { name: 'Sign the list' }).click()
  await expect(desk.getByRole('row', { name: new RegExp(name) })).toBeVisible()
}

/** Writes the telephone of the desk on the list that is not signed yet; `desk` shows its seats. */
export async function putTelephone(desk: Page, number: string): Promise<void> {
  await desk.getByRole('textbox', { name: 'Telephone of our desk' }).fill(number)
  await desk.getByRole('button', { name: 'Put the telephone on the list' }).click()
}

/** Pastes people into the list of seats, as from the clipboard, to be looked through. */
export async function pasteList(desk: Page, text: string): Promise<void> {
  await desk.getByRole('button', { name: 'Paste a list of people' }).click()
  const field = desk.getByRole('textbox', { name: 'People, one on each line' })
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)
}

/** A personal link for that seat. */
export async function linkFor(desk: Page, name: string): Promise<string> {
  await desk.getByRole('button', { name: `Make a link for ${name}` }).click()
  return desk.getByRole('textbox', { name: `Link for ${name}` }).inputValue()
}

/** What the officer types, and the pass it is for. */
export async function typeCode(desk: Page, name: string, digits: string): Promise<void> {
  await desk.getByRole('textbox', { name: `Six digits that ${name} reads to you` }).fill(digits)
  await desk.getByRole('button', { name: 'Give the pass' }).click()
}

/** The six digits on the screen of a device that asks. */
export async function codeShownBy(page: Page): Promise<string> {
  const shown = page.getByRole('img', { name: /^Device code/ })
  return ((await shown.getAttribute('aria-label')) ?? '').replaceAll(/\D/g, '')
}
