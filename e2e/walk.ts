import type { Page } from '@playwright/test'
import { launchFor } from './media/launch.ts'
import {
  addSeat,
  codeShownBy,
  confirmSeals,
  invite,
  linkFor,
  pageAt,
  pasteList,
  plan,
  putTelephone,
  signPlan,
  typeCode,
} from './officers.ts'
import { startReal } from './stage.ts'

const NAME = 'Mathilde Aeberhard'

/** The screens on the way, as they come. */
export const SCREENS = [
  'start',
  'plan form',
  'invitation',
  'desk with a code to compare',
  'invitation with codes to compare',
  'desk that backs its seal up',
  'desk with a change of the plan',
  'desk with a pasted list',
  'desk with a delegation to acknowledge',
  'enrol',
  'desk with a device that asks',
  'desk with a withdrawal to confirm',
  'green room',
  'call on a room display',
  'call',
  'call with a dialog',
  'ended',
] as const

/** What is done with a page where it stands. It leaves the page in English and as it was. */
export type Look = (page: Page, screen: (typeof SCREENS)[number]) => Promise<void>

/** Two officers plan a call and a person joins it; `look` is shown every screen on the way. */
export async function walkScreens(parts: AsyncDisposableStack, look: Look): Promise<void> {
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())

  const first = await pageAt(browser, `${running.url}/#create=${running.createToken}`)
  await first.getByRole('button', { name: 'Plan a call' }).waitFor()
  await look(first, 'start')
  await first.getByRole('button', { name: 'Plan a call' }).click()
  await first.getByRole('button', { name: 'Make the plan' }).waitFor()
  await look(first, 'plan form')
  await first.reload()
  await plan(first)
  const second = await pageAt(browser, await invite(first))
  await second.getByRole('button', { name: 'Make our seal' }).waitFor()
  await look(second, 'invitation')
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await first.getByRole('button', { name: 'The codes are the same' }).waitFor()
  await look(first, 'desk with a code to compare')
  await second.getByRole('button', { name: 'The codes are the same' }).waitFor()
  await look(second, 'invitation with codes to compare')
  await confirmSeals(first, second)
  await signPlan(first, second)
  await first.getByRole('button', { name: 'Make the backup' }).click()
  await look(first, 'desk that backs its seal up')
  await first.getByRole('button', { name: 'Later' }).click()
  await propose(first, 'Lower Tana Water Treaty')
  await second.getByRole('button', { name: 'Decline the change' }).waitFor()
  await look(second, 'desk with a change of the plan')
  await second.getByRole('button', { name: 'Decline the change' }).click()

  for (const desk of [first, second]) await desk.getByRole('tab', { name: 'Seats' }).click()
  await pasteList(first, `${NAME}, President, principal\nOdile Rochat, interpreter, fr`)
  await first.getByRole('button', { name: 'Add 2 people' }).waitFor()
  await look(first, 'desk with a pasted list')
  await first.getByRole('button', { name: 'Back to the text' }).click()
  await first.getByRole('button', { name: 'Cancel' }).click()
  await putTelephone(first, '+41 58 462 21 11')
  await addSeat(first, NAME)
  await second.getByRole('button', { name: /^Acknowledge/ }).waitFor()
  await look(second, 'desk with a delegation to acknowledge')
  await second.getByRole('button', { name: /^Acknowledge/ }).click()
  const device = await pageAt(browser, await linkFor(first, NAME))
  await device.getByRole('img', { name: /^Device code/ }).waitFor()
  await look(device, 'enrol')
  await look(first, 'desk with a device that asks')
  await typeCode(first, NAME, await codeShownBy(device))
  await device.getByRole('button', { name: 'Join', exact: true }).waitFor()
  await first.getByRole('button', { name: `Withdraw ${NAME}` }).click()
  await look(first, 'desk with a withdrawal to confirm')
  await first.getByRole('button', { name: 'Keep the seat' }).click()
  await device.getByRole('button', { name: 'Play a sound' }).waitFor()
  await look(device, 'green room')
  await device.getByRole('button', { name: 'Join', exact: true }).click()
  await device.getByRole('button', { name: /^Mic closed/ }).waitFor()
  await look(device, 'call on a room display')
  await device.getByRole('button', { name: 'Room display' }).press('Enter')
  await device.getByRole('tab', { name: 'People' }).waitFor()
  await look(device, 'call')
  await device.getByRole('button', { name: 'Leave', exact: true }).click()
  await look(device, 'call with a dialog')
  await device.getByRole('button', { name: 'Leave the call' }).click()
  await device.getByRole('button', { name: 'Join again' }).waitFor()
  await look(device, 'ended')
}

async function propose(desk: Page, title: string): Promise<void> {
  await desk.getByRole('button', { name: 'Propose a change' }).click()
  await desk.getByRole('textbox', { name: 'Title of the call' }).fill(title)
  await desk.getByRole('button', { name: 'Sign and propose' }).click()
}
