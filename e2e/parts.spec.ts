import { expect, test, type Locator, type Page } from '@playwright/test'
import { launchFor } from './media/launch.ts'
import {
  codeShownBy,
  confirmSeals,
  invite,
  linkFor,
  pageAt,
  plan,
  signPlan,
  typeCode,
} from './officers.ts'
import { startReal } from './stage.ts'

const long = { timeout: 60_000 }
const PEOPLE = ['Mathilde Aeberhard', 'Zawadi Kiptalam', 'Livia Spescha'] as const
const [MATHILDE, ZAWADI, LIVIA] = PEOPLE

const button = (at: Page | Locator, name: RegExp | string): Locator =>
  at.getByRole('button', { name, exact: true })
const region = (page: Page): Locator => page.getByRole('region', { name: 'Agenda' })

/** In the head of a call. */
const openPart = (page: Page): Locator => button(page, /^Open part ?Agenda/)
const closedPart = (page: Page): Locator => button(page, /^Closed part ?Agenda/)

test('the parts of the agenda are moved by principals and desks of every side, and stand on every screen, after a reload and for whoever comes later (R78, R79, R80)', async () => {
  await using parts = new AsyncDisposableStack()
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const own = await pageAt(browser, `${running.url}/#create=${running.createToken}`)
  await plan(own)
  const other = await pageAt(browser, await invite(own))
  await button(other, 'Make our seal').click()
  await confirmSeals(own, other)
  await signPlan(own, other)
  for (const desk of [own, other]) await desk.getByRole('tab', { name: 'Seats' }).click()
  await addSeat(own, MATHILDE, 'principal')
  await addSeat(own, LIVIA, 'adviser')
  await addSeat(other, ZAWADI, 'principal')
  for (const desk of [own, other]) await button(desk, /^Acknowledge/).click()
  const sit = async (desk: Page, name: string) => {
    const page = await pageAt(browser, await linkFor(desk, name))
    await typeCode(desk, name, await codeShownBy(page))
    await button(page, 'Join').click()
    await button(page, /^Mic closed/).waitFor()
    return page
  }
  const mathilde = await sit(own, MATHILDE)
  const zawadi = await sit(other, ZAWADI)
  await expect(region(own).getByText(/^No part of the agenda has begun/)).toBeVisible(long)

  await button(mathilde, 'Agenda').press('Enter', long)
  await mathilde.getByRole('radio', { name: /^1/ }).check()
  await button(mathilde, 'Propose').click()
  await expect(mathilde.getByText(/^You propose it\. Awaited: .*Kenya/)).toBeVisible(long)
  await expect(zawadi.getByText(/^By .*Mathilde Aeberhard.*Switzerland/)).toBeVisible(long)
  await button(region(other), 'Agree').click(long)
  for (const page of [mathilde, zawadi]) await expect(openPart(page)).toBeVisible(long)
  for (const desk of [own, other])
    await expect(region(desk).getByText('Open part', { exact: true })).toBeVisible(long)

  await button(region(own), /^Propose 2\./).click()
  await expect(mathilde.getByText(/^By the desk: .*Switzerland/)).toBeVisible(long)
  await button(zawadi, 'Not now').click(long)
  await expect(region(own).getByText(/^Not now, says .*Zawadi Kiptalam/)).toBeVisible(long)
  await expect(openPart(zawadi)).toBeVisible()
  await button(region(own), /^Propose 2\./).click()
  await button(zawadi, 'Agree').click(long)
  for (const page of [mathilde, zawadi]) await expect(closedPart(page)).toBeVisible(long)
  for (const desk of [own, other])
    await expect(region(desk).getByText('Closed part', { exact: true })).toBeVisible(long)

  await zawadi.reload()
  await expect(closedPart(zawadi)).toBeVisible(long)
  const livia = await sit(own, LIVIA)
  await expect(closedPart(livia)).toBeVisible(long)
  await closedPart(livia).press('Enter')
  await expect(livia.getByRole('radio')).toHaveCount(0)
  await expect(livia.getByText('It is over: from now on it is closed.')).toBeVisible()
})

async function addSeat(desk: Page, name: string, role: string): Promise<void> {
  await desk.getByRole('textbox', { name: 'Name' }).fill(name)
  await desk.getByRole('combobox', { name: 'Role' }).selectOption(role)
  await button(desk, 'Add a seat').click()
  await button(desk, 'Sign the list').click()
  await expect(desk.getByRole('row', { name: new RegExp(name) })).toBeVisible()
}
