import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { launchFor } from './media/launch.ts'
import {
  confirmSeals,
  invite,
  pageAt,
  pasteList,
  plan,
  putTelephone,
  signPlan,
} from './officers.ts'
import { startReal } from './stage.ts'

const LIST = [
  'Name\tOffice\tRole\tLanguage',
  'Mathilde Aeberhard\tPresident of the Confederation\tPrincipal\tFrench',
  'Odile Rochat\tFederal Chancellery\tInterprète\tfr, en',
  'Beat Camenzind\tFederal Office for the Environment\tJester\tKlingon',
].join('\n')
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

test('a list from a spreadsheet is corrected, added with one press, undone with one, and signed as one', async () => {
  const { first, second } = await atSeats()
  await pasteList(first, LIST)
  const add = first.getByRole('button', { name: 'Add 3 people' })
  await expect(first.getByText('Line 4: “Jester” is no role here. Choose one.')).toBeVisible()
  await expect(add).toBeDisabled()
  await first.getByRole('combobox', { name: 'Role, line 4' }).selectOption('Adviser')
  await first.getByRole('combobox', { name: 'Language, line 4' }).selectOption('English')
  await add.click()
  await expect(rowOf(first, 'Odile Rochat')).toContainText('Not signed yet')
  await expect(rowOf(second, 'Odile Rochat')).toHaveCount(0)

  await first.getByRole('button', { name: 'Undo: do not add these 3 people' }).press('Enter')
  await expect(first.getByRole('tabpanel').locator(':focus')).toHaveCount(1)
  await expect(rowOf(first, 'Odile Rochat')).toHaveCount(0)

  await pasteList(first, 'Mathilde Aeberhard, President, principal\nOdile Rochat, interpreter, fr')
  await first.getByRole('button', { name: 'Add 2 people' }).click()
  await first.getByRole('button', { name: 'Sign the list' }).click()
  await expect(rowOf(second, 'Mathilde Aeberhard')).toBeVisible()
  await second.getByRole('button', { name: /^Acknowledge/ }).click()
  await expect(first.getByRole('button', { name: /^Make a link/ })).toHaveCount(2)
})

test('links of everybody are made at once, and printed as cards that say when, where and what to do', async () => {
  const { first, second } = await atSeats()
  await pasteList(first, 'Mathilde Aeberhard, President, principal\nOdile Rochat, interpreter, fr')
  await first.getByRole('button', { name: 'Add 2 people' }).click()
  await first.getByRole('button', { name: 'Sign the list' }).click()
  await second.getByRole('button', { name: /^Acknowledge/ }).click()
  await first.getByRole('button', { name: 'Make links for all 2' }).click()
  await expect(first.getByRole('textbox', { name: /^Link for/ })).toHaveCount(2)
  await first.evaluate(() => (window.print = () => undefined))

  await first.getByRole('button', { name: 'Print the links as cards' }).click()
  await first.emulateMedia({ media: 'print' })

  const cards = first.getByRole('article')
  await expect(cards).toHaveCount(2)
  await expect(cards.nth(0)).toContainText('Mathilde Aeberhard')
  await expect(cards.nth(0)).toContainText('Upper Tana Water Treaty')
  await expect(cards.nth(0)).toContainText(/\d\d:00 Zurich · (?:.+, )?\d\d:00 Nairobi/)
  await expect(cards.nth(0)).toContainText(/#seat=/)
  await expect(cards.nth(0).locator('.card__qr')).toBeVisible()
  await expect(first.getByRole('main')).toBeHidden()
  await first.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(cards).toHaveCount(0)
})

test('a seat without a name is asked for one, and added once it has it', async () => {
  const { first } = await atSeats()
  const add = first.getByRole('button', { name: 'Add a seat' })
  await add.click()
  await expect(first.getByText('A seat needs a name.')).toBeVisible()

  await first.getByRole('textbox', { name: 'Name' }).fill('Odile Rochat')
  await add.click()

  await expect(rowOf(first, 'Odile Rochat')).toContainText('Not signed yet')
})

test('the telephone of a desk is signed with its list, and read by the other desk', async () => {
  const { first, second } = await atSeats()
  const field = first.getByRole('textbox', { name: 'Telephone of our desk' })
  await putTelephone(first, 'ring us')
  await expect(field).toHaveAccessibleDescription(/Write digits/)
  await putTelephone(first, ' +41 (0)58 462 21 11 ')
  await first.getByRole('button', { name: 'Undo: leave the telephone as it was' }).click()
  await expect(field).toHaveValue('')
  await putTelephone(first, ' +41 (0)58 462 21 11 ')
  await expect(field).toHaveValue('+41 (0)58 462 21 11')

  await first.getByRole('button', { name: 'Sign the list' }).click()

  const link = second.getByRole('link', { name: '+41 (0)58 462 21 11' })
  await expect(link).toHaveAttribute('href', 'tel:+41584622111')
  await second.getByRole('button', { name: /^Acknowledge/ }).click()
  await expect(second.getByText('Not agreed yet')).toHaveCount(0)
  await first.emulateMedia({ media: 'print' })
  await expect(first.getByRole('link', { name: '+41 (0)58 462 21 11' })).toBeVisible()
  await first.emulateMedia({ media: 'screen' })
  await field.fill('')
  await first.getByRole('button', { name: 'Take the telephone off the list' }).click()
  await first.getByRole('button', { name: 'Sign the list' }).click()
  await expect(link).toHaveCount(0)
})

test('the plan and the delegations are printed without links, forms and buttons', async () => {
  const { first, second } = await atSeats()
  await pasteList(first, 'Mathilde Aeberhard, President, principal\nOdile Rochat, interpreter, fr')
  await first.getByRole('button', { name: 'Add 2 people' }).click()
  await first.getByRole('button', { name: 'Sign the list' }).click()
  await second.getByRole('button', { name: /^Acknowledge/ }).click()
  await first.getByRole('button', { name: 'Make links for all 2' }).click()
  await expect(first.getByRole('textbox', { name: /^Link for/ })).toHaveCount(2)
  await first.getByRole('button', { name: 'Switch between light and dark' }).click()

  await first.emulateMedia({ media: 'print' })

  await expect(first.getByRole('heading', { name: 'Upper Tana Water Treaty' })).toBeVisible()
  await expect(rowOf(first, 'Odile Rochat')).toBeVisible()
  await expect(first.getByRole('textbox')).toHaveCount(0)
  await expect(first.getByRole('button')).toHaveCount(0)
  await expect(first.getByText('Your seal has no backup yet.')).toBeHidden()
  await expect(first.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)')
  await first.emulateMedia({ media: 'screen' })
  await first.getByRole('tab', { name: 'Plan' }).click()
  await first.emulateMedia({ media: 'print' })
  await expect(first.getByRole('table')).toContainText('Opening')
  await expect(first.getByRole('button')).toHaveCount(0)
})

/** Two desks whose plan is agreed, each at its seats. */
async function atSeats(): Promise<{ first: Page; second: Page }> {
  const first = await pageAt(browser, planning, { timezoneId: 'Europe/Zurich' })
  await plan(first)
  const second = await pageAt(browser, await invite(first))
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await confirmSeals(first, second)
  await signPlan(first, second)
  for (const desk of [first, second])
    // oxlint-disable-next-line no-await-in-loop -- one desk after the other
    await desk.getByRole('tab', { name: 'Seats' }).click()
  return { first, second }
}

function rowOf(desk: Page, name: string): Locator {
  return desk.getByRole('row', { name: new RegExp(name) })
}
