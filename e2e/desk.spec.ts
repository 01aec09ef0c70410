import { expect, test, type Browser, type Page } from '@playwright/test'
import { launchFor } from './media/launch.ts'
import {
  confirmSeals,
  invite,
  pageAt,
  plan,
  savedSeal,
  sealCode,
  SIDES,
  signPlan,
} from './officers.ts'
import { startReal } from './stage.ts'

const PASSPHRASE = 'a long walk by the river'
const parts = new AsyncDisposableStack()
let browser: Browser
let planning: string

test.beforeAll(async () => {
  const { running } = await startReal(parts)
  planning = `${running.url}/#create=${running.createToken}`
  browser = await launchFor(0)
  parts.defer(() => browser.close())
})
test.afterAll(() => parts.disposeAsync())

test('a seal comes back from its file in another browser, and a wrong passphrase is said in words', async () => {
  const { first } = await agreed()
  const file = await savedSeal(first, PASSPHRASE)
  await first.getByLabel('File of the seal').setInputFiles(file)
  await first.getByRole('button', { name: 'Read the file back' }).click()
  await expect(first.getByText('Saved to a file and read back.')).toBeVisible()

  const fresh = await pageAt(browser, planning)
  await fresh.getByRole('button', { name: 'Plan a call' }).click()
  await fresh.getByRole('textbox', { name: 'Your side' }).fill(SIDES[0])
  await fresh.getByRole('textbox', { name: 'The other side' }).fill(SIDES[1])
  await fresh.getByRole('textbox', { name: 'Title of the call' }).fill('Lower Tana')
  await fresh.getByRole('radio', { name: 'Restore a seal from its file' }).check()
  await fresh.getByLabel('File of the seal').setInputFiles(file)
  await fresh.getByLabel('Passphrase of the file').fill('a long walk by the lake')
  await fresh.getByRole('button', { name: 'Make the plan' }).click()
  await expect(fresh.getByText(/does not open with this passphrase/)).toBeVisible()
  await fresh.getByLabel('Passphrase of the file').fill(PASSPHRASE)
  await fresh.getByRole('button', { name: 'Make the plan' }).click()

  const code = (await sealCode(first, SIDES[0]).textContent()) ?? ''
  await expect(sealCode(fresh, SIDES[0])).toHaveText(code)
})

test('an invited desk that waits is loaded again, and its console opens once the other desk confirms', async () => {
  const first = await pageAt(browser, planning)
  await plan(first)
  const second = await pageAt(browser, await invite(first))
  await second.getByRole('button', { name: 'Make our seal' }).click()
  const own = second.getByRole('group', { name: 'Code of your seal' })
  const code = (await own.textContent()) ?? ''

  await second.reload()

  await expect(own).toHaveText(code)
  await confirmSeals(first, second)
  await signPlan(first, second)
})

test('a plan that is not whole leads to the first field that is missing', async () => {
  const desk = await pageAt(browser, planning)
  await desk.getByRole('button', { name: 'Plan a call' }).click()
  await desk.getByRole('textbox', { name: 'Your side' }).fill(SIDES[0])

  await desk.getByRole('button', { name: 'Make the plan' }).click()

  await expect(desk.getByRole('textbox', { name: 'The other side' })).toBeFocused()
})

test('the next step of a desk is named, and shown where it is done', async () => {
  const first = await pageAt(browser, planning)
  await plan(first)
  const second = await pageAt(browser, await invite(first))
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await confirmSeals(first, second)
  const show = first.getByRole('button', { name: 'Show', exact: true })

  await expect(first.getByText('Next step: sign the plan.')).toBeVisible()
  await show.click()
  await expect(first.getByRole('region', { name: 'Signatures' })).toBeFocused()
  await expect(first.getByRole('button', { name: 'Sign the plan' })).toBeInViewport()

  await signPlan(first, second)
  await expect(first.getByText('Next step: list the people of your side.')).toBeVisible()
  await show.click()
  await expect(first.getByRole('textbox', { name: 'Name' })).toBeVisible()
  await expect(show).toHaveCount(0)
})

test('an invitation that was used opens in no other browser, and says whom to ring', async () => {
  const first = await pageAt(browser, planning)
  await plan(first)
  const invitation = await invite(first)
  const second = await pageAt(browser, invitation)
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await confirmSeals(first, second)
  await expect(second.getByRole('tab', { name: 'Seats' })).toBeVisible()

  const third = await pageAt(browser, invitation)

  await expect(third.getByRole('alert')).toContainText('ring the desk that invited you')
  await expect(third.getByRole('link', { name: 'To the start' })).toBeVisible()
})

test('a plan that one side changes is shown with its changes, and counts once the other has signed', async () => {
  const { first, second } = await agreed()
  await second.getByRole('tab', { name: 'Seats' }).click()
  await first.getByRole('button', { name: 'Propose a change' }).click()
  await first.getByRole('textbox', { name: 'Title of the call' }).fill('Lower Tana Water Treaty')
  await first
    .getByRole('textbox', { name: 'If the line drops' })
    .fill('We wait ten minutes; then the desks ring each other.')
  await first.getByRole('button', { name: 'Sign and propose' }).click()

  await second.getByText('Something waits for your answer.').waitFor()
  await second.getByRole('button', { name: 'Show', exact: true }).click()
  const change = second.getByRole('region', { name: `${SIDES[0]} proposes a change` })
  await expect(change.getByRole('deletion').first()).toHaveText('Upper Tana Water Treaty')
  await expect(change.getByRole('insertion').first()).toHaveText('Lower Tana Water Treaty')
  await expect(change).toContainText('Until both sides have signed it, version 1 counts.')
  await change.getByRole('button', { name: 'Sign the change' }).click()

  for (const desk of [first, second]) {
    await expect(desk.getByText('It is agreed.')).toBeVisible()
    await expect(desk.getByRole('heading', { name: 'Lower Tana Water Treaty' })).toBeVisible()
    await expect(desk.getByText(/^We wait ten minutes/)).toBeVisible()
  }
})

test('the theme that was chosen is there before anything of the page has run', async () => {
  const page = await pageAt(browser, planning)
  await page.getByRole('button', { name: 'Switch between light and dark' }).click()
  await page.route('**/assets/*.js', (route) => route.abort())

  await page.reload()

  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

async function agreed(): Promise<{ first: Page; second: Page }> {
  const first = await pageAt(browser, planning)
  await plan(first)
  const second = await pageAt(browser, await invite(first))
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await confirmSeals(first, second)
  await signPlan(first, second)
  return { first, second }
}
