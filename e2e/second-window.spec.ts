import { expect, test, type Page } from '@playwright/test'
import { axeLook } from './axeLook.ts'
import { peopleHeardIn } from './media/hear.ts'
import { peopleSeenMoving } from './media/see.ts'
import { enrolAt, joinFrom, setStage, type Sitter } from './stage.ts'

const parts = new AsyncDisposableStack()
const long = { timeout: 60_000 }
/** What the browser refused for the sake of the page's policy. */
const refusals: string[] = []
let looker: Sitter
let other: Sitter
let second: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const stage = await setStage(parts, { seatsEach: 1 })
  looker = await enrolAt(stage, { place: 0, parts })
  other = await enrolAt(stage, { place: 1, parts })
  for (const page of looker.context.pages()) note(page)
  looker.context.on('page', note)
  await joinFrom(looker)
  await joinFrom(other)
  await other.page.getByRole('button', { name: /^Mic closed/ }).click()
  await looker.page.getByRole('button', { name: 'Delegation view' }).click()
  await expect(looker.page.getByRole('tab', { name: 'People' })).toHaveCount(0)
})
test.afterAll(() => parts.disposeAsync())

test('a browser that opens no second window is said so, with what to do', async () => {
  const { page } = looker
  await page.evaluate(() => {
    const open = window.open.bind(window)
    window.open = () => {
      window.open = open
      return null
    }
  })

  await press(page, 'One window')

  await expect(page.getByRole('alert').getByText(/opened no second window/)).toBeVisible()
})

test('beside a room display a second window shows the delegation view, and each says which it is', async () => {
  const { page } = looker
  second = await openSecond(page)

  await expect(second.getByRole('tab', { name: 'People' })).toBeVisible(long)
  await expect(second).toHaveTitle(/^Advisers’ window · /)
  await expect(page).toHaveTitle(/^Room display · /)
  await expect(page.getByRole('tab', { name: 'People' })).toHaveCount(0)
  await expect(page.getByText('opened no second window')).toHaveCount(0)
  await expect.poll(() => peopleSeenMoving(second), long).toEqual([0, 1])
  await expect.poll(() => peopleSeenMoving(page), long).toEqual([0, 1])
})

test('sound, microphone and the way out are in the first window alone', async () => {
  const { page } = looker

  await expect.poll(() => peopleHeardIn(page, [0, 1]), long).toEqual([1])
  expect(await second.locator('audio').count()).toBe(0)
  await expect(second.getByRole('button', { name: /^(Mic|Camera|Leave)/ })).toHaveCount(0)
})

test('it is used with the keyboard, and what is written in it reaches the others', async () => {
  await second.getByRole('tab', { name: 'People' }).focus()
  await second.keyboard.press('ArrowRight')
  await second.keyboard.press('ArrowRight')
  await expect(second.getByRole('tab', { name: /^Messages/ })).toBeFocused()
  await second.getByRole('textbox').focus()
  await second.keyboard.type('The figure on page 4 is wrong.')
  await second.keyboard.press('Enter')

  await other.page.getByRole('tab', { name: /^Messages/ }).click()
  await expect(other.page.getByText('The figure on page 4 is wrong.')).toBeVisible()
  await expect(looker.page.getByRole('button', { name: /new message/ })).toHaveCount(0)
  await axeLook(second, 'The second window')
})

test('it has the look and the language of the first, as they change', async () => {
  const { page } = looker
  const before = await look(page)
  expect(await look(second)).toEqual(before)

  await second.getByRole('button', { name: 'Switch between light and dark' }).click()

  await expect.poll(() => look(page)).not.toEqual(before)
  expect(await look(second)).toEqual(await look(page))
})

test('a dialog of it opens in it, and Escape closes it there', async () => {
  await second.getByRole('button', { name: /^Everyone here is on the agreed list/ }).click()
  await expect(second.getByRole('dialog')).toBeVisible()
  await expect(looker.page.getByRole('dialog')).toHaveCount(0)

  await second.keyboard.press('Escape')

  await expect(second.getByRole('dialog')).toHaveCount(0)
})

test('closing it ends nothing but itself, and the far picture stays as large as the first shows it', async () => {
  const { page } = looker
  await second.close()

  await expect(toggle(page, 'One window')).toBeVisible()
  await expect(page).toHaveTitle('Parley')
  await expect.poll(() => peopleSeenMoving(page), long).toEqual([0, 1])
  await expect.poll(() => peopleHeardIn(page, [0, 1]), long).toEqual([1])
  await expect.poll(() => peopleSeenMoving(other.page), long).toEqual([0, 1])
})

test('it closes with the call', async () => {
  const { page } = looker
  second = await openSecond(page)
  await expect(second.getByRole('tab', { name: 'People' })).toBeVisible(long)

  await press(page, 'Leave')
  await page.getByRole('button', { name: 'Leave the call' }).click()

  await expect.poll(() => second.isClosed(), long).toBe(true)
  expect(refusals).toEqual([])
})

/** Language, direction, theme, and whether the style sheets are there. */
function look(of: Page): Promise<unknown> {
  return of.evaluate(() => {
    const { lang, dir, dataset } = document.documentElement
    return [lang, dir, dataset['theme'], getComputedStyle(document.body).fontFamily]
  })
}

/** By the keyboard, since the controls of a room display go from under a hand that rests. */
async function press(page: Page, name: string): Promise<void> {
  await toggle(page, name).press('Enter', long)
}

function toggle(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true })
}

async function openSecond(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup')
  await press(page, 'One window')
  return await opening
}

function note(page: Page): void {
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refusals.push(message.text())
  })
}
