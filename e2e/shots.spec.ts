import { test, type Page } from '@playwright/test'
import { launchFor } from './media/launch.ts'
import {
  addSeat,
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

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const
const NAME = 'Mathilde Aeberhard'

test('no screen breaks a rule of accessibility, on paper and in the dark, on a desk and on a telephone', async () => {
  await using parts = new AsyncDisposableStack()
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())

  const first = await pageAt(browser, `${running.url}/#create=${running.createToken}`)
  await look(first, 'start')
  await first.getByRole('button', { name: 'Plan a call' }).click()
  await look(first, 'plan form')
  await first.getByRole('button', { name: 'Make the plan' }).click()
  await look(first, 'plan form with errors')
  await first.reload()
  await plan(first)
  await first.getByRole('button', { name: /^Invite/ }).waitFor()
  await look(first, 'desk new')
  const second = await pageAt(browser, await invite(first))
  await second.getByRole('button', { name: 'Make our seal' }).waitFor()
  await look(second, 'invitation')
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await first.getByRole('button', { name: 'The codes are the same' }).waitFor()
  await look(first, 'desk with a code to compare')
  await look(second, 'invitation with codes to compare')
  await confirmSeals(first, second)
  await signPlan(first, second)
  await propose(first, 'Lower Tana Water Treaty')
  await second.getByRole('button', { name: 'Decline the change' }).waitFor()
  await look(second, 'desk with a change of the plan')
  await second.getByRole('button', { name: 'Decline the change' }).click()

  await first.getByText(/declined your change/).waitFor()
  await look(first, 'desk agreed declined')
  await first.getByRole('button', { name: 'Propose a change' }).click()
  await look(first, 'change form')
  await first.getByRole('button', { name: 'Cancel' }).click()
  for (const desk of [first, second]) await desk.getByRole('tab', { name: 'Seats' }).click()
  await first.getByRole('textbox', { name: 'Office' }).fill('Federal Councillor for Water')
  await addSeat(first, NAME)
  await second.getByRole('button', { name: /^Acknowledge/ }).waitFor()
  await look(second, 'desk with a delegation to acknowledge')

  await second.getByRole('button', { name: /^Acknowledge/ }).click()
  const device = await pageAt(browser, await linkFor(first, NAME))
  await device.getByRole('img', { name: /^Device code/ }).waitFor()
  await look(device, 'enrol')
  await look(first, 'desk with a device that asks')
  await look(device, 'enrol2')
  await typeCode(first, NAME, await codeShownBy(device))
  await device.getByRole('button', { name: 'Join', exact: true }).waitFor()
  await look(first, 'desk seats given')
  await first.getByRole('button', { name: /^Withdraw/ }).click()
  await look(first, 'desk seats withdrawing')
  await first.getByRole('button', { name: 'Keep the seat' }).click()
  await look(device, 'green room')
  await device.getByRole('button', { name: 'Join', exact: true }).click()
  await device.getByRole('button', { name: /^Mic closed/ }).waitFor()
  await look(device, 'call')
  await device.getByRole('button', { name: 'Leave', exact: true }).click()
  await look(device, 'call with a dialog')
  await device.getByRole('button', { name: 'Leave the call' }).click()
  await device.getByRole('button', { name: 'Join again' }).waitFor()
  await look(device, 'ended')
})

async function propose(desk: Page, title: string): Promise<void> {
  await desk.getByRole('button', { name: 'Propose a change' }).click()
  await desk.getByRole('textbox', { name: 'Title of the call' }).fill(title)
  await desk.getByRole('button', { name: 'Sign and propose' }).click()
}

let n = 0
async function look(page: Page, state: string): Promise<void> {
  n++
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const viewport of SIZES) {
    await page.setViewportSize(viewport)
    for (const theme of ['light', 'dark'] as const) {
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
      await page.screenshot({
        path: `/tmp/shots/${String(n).padStart(2, '0')} ${state} ${viewport.width} ${theme}.png`,
        fullPage: true,
        animations: 'disabled',
      })
    }
  }
  await page.setViewportSize(SIZES[0])
}
