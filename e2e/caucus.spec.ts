import { expect, test, type Locator } from '@playwright/test'
import { peopleHeardIn } from './media/hear.ts'
import { enrolAt, joinFrom, setStage, type Sitter } from './stage.ts'

const ALL = [0, 1, 2, 3]
const parts = new AsyncDisposableStack()
/** Two of Switzerland. */
let ada: Sitter
let ben: Sitter
/** Two of Kenya. */
let cleo: Sitter
let dora: Sitter

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const stage = await setStage(parts, { seatsEach: 2 })
  ada = await enrolAt(stage, { place: 0, parts })
  ben = await enrolAt(stage, { place: 1, parts })
  cleo = await enrolAt(stage, { place: 2, parts })
  dora = await enrolAt(stage, { place: 3, parts })
  for (const person of [ada, ben, cleo, dora]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, for the machine's sake
    await joinFrom(person)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await person.page.getByRole('button', { name: /^Camera (on|starts)/ }).click()
  }
  for (const person of [ada, ben, cleo, dora]) {
    // oxlint-disable-next-line no-await-in-loop -- all have to be there
    await person.page.getByRole('tab', { name: 'Private' }).click(long)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await expect(button(person)).toBeEnabled(long)
  }
})
test.afterAll(() => parts.disposeAsync())

const long = { timeout: 60_000 }
const button = ({ page }: Sitter): Locator => page.locator('.ptt')
const strip = ({ page }: Sitter): Locator => page.locator('.private-strip')
const heard = (by: Sitter) => expect.poll(() => peopleHeardIn(by.page, ALL), long)

/** Presses the button, and does not let go. */
async function hold(person: Sitter, what: Locator = button(person)): Promise<void> {
  await what.hover()
  await person.page.mouse.down()
}

const letGo = ({ page }: Sitter) => page.mouse.up()

test('a private talk takes the voice out of the plenary, and is heard by one’s own side alone (R55)', async () => {
  await ada.page.getByRole('button', { name: /^Mic closed/ }).click()
  for (const other of [ben, cleo, dora])
    // oxlint-disable-next-line no-await-in-loop -- each of them
    await heard(other).toEqual([0])

  await hold(ada)

  await expect(strip(ada)).toHaveText(
    /Private\.\s*Only .*Switzerland.* hears you\. .*Kenya.* hears nothing\./,
  )
  await expect(ada.page.getByRole('button', { name: 'Plenary closed' })).toBeDisabled()
  await heard(cleo).toEqual([])
  await heard(dora).toEqual([])
  await heard(ben).toEqual([0])
  await expect(ada.page.getByRole('tabpanel').getByText('hears you')).toBeVisible(long)
})

test('letting go closes it, and the plenary’s microphone stays closed until it is pressed (R55)', async () => {
  await letGo(ada)

  for (const other of [ada, ben, cleo, dora])
    // oxlint-disable-next-line no-await-in-loop -- each of them
    await heard(other).toEqual([])
  await expect(strip(ada)).toHaveCount(0)
  await expect(ada.page.getByRole('button', { name: 'Plenary closed' })).toBeEnabled()

  await ada.page.getByRole('button', { name: 'Plenary closed' }).click()
  await heard(dora).toEqual([0])
  await ada.page.getByRole('button', { name: /^Mic open/ }).click()
  await heard(dora).toEqual([])
})

test('the key that is shown on the button does the same, and ends when it is let go (R55)', async () => {
  await ada.page.getByRole('tab', { name: 'Private' }).focus()
  await ada.page.keyboard.down('p')
  await heard(ben).toEqual([0])

  await ada.page.keyboard.up('p')

  await heard(ben).toEqual([])
})

test('a talk that stays ends when another window comes before it (R55)', async () => {
  await ada.page.getByRole('button', { name: /^Without holding/ }).click()
  await heard(ben).toEqual([0])

  await ada.page.evaluate(() => window.dispatchEvent(new Event('blur')))

  await expect(ada.page.getByText(/because you went to another window/).first()).toBeVisible()
  await heard(ben).toEqual([])
})

test('a click that nothing holds stays until the next, and ends when the page is hidden (R55)', async () => {
  await button(ada).evaluate((element: HTMLElement) => element.click())
  await heard(ben).toEqual([0])

  await ada.page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'hidden')
  })

  await expect(ada.page.getByText(/because this page was hidden/).first()).toBeVisible()
  await heard(ben).toEqual([])
})

test('a pointer that is taken away ends a private talk (R55)', async () => {
  await hold(ada)
  await heard(ben).toEqual([0])

  await button(ada).dispatchEvent('pointercancel')

  await expect(ada.page.getByText(/because the button was lost/).first()).toBeVisible()
  await heard(ben).toEqual([])
  await letGo(ada)
})

test('on a room display the control itself is held to speak (R55)', async () => {
  const { page } = ada
  await page.getByRole('button', { name: 'Delegation view' }).click()
  await hold(ada, page.getByRole('button', { name: /^Private/ }))

  await expect(strip(ada)).toBeVisible()
  await heard(ben).toEqual([0])
  await heard(dora).toEqual([])
  await letGo(ada)
  await heard(ben).toEqual([])
  await page.getByRole('button', { name: 'Room display' }).click()
})

test('what is written to one’s own side is marked, and the other side has no message (R54)', async () => {
  for (const { page } of [ada, ben, dora])
    // oxlint-disable-next-line no-await-in-loop -- each of them
    await page.getByRole('tab', { name: /Messages/ }).click()
  await ada.page.getByRole('radio', { name: 'Our side' }).check({ force: true })
  await ada.page.getByRole('textbox').fill('Yes, if the gauge clause stays.')
  await ada.page.getByRole('button', { name: 'Send to our side' }).click()

  const message = ben.page.getByRole('log').getByRole('listitem')
  await expect(message).toContainText('Yes, if the gauge clause stays.', long)
  await expect(message).toContainText('private to')
  await expect(dora.page.getByRole('log').getByRole('listitem')).toHaveCount(0)
  for (const { page } of [ada, ben])
    // oxlint-disable-next-line no-await-in-loop -- each of them
    await page.getByRole('tab', { name: 'Private' }).click()
})

test('a page that is loaded again in a private talk comes back with both microphones closed (R55)', async () => {
  await hold(ada)
  await heard(ben).toEqual([0])
  await ada.page.reload()
  await ada.page.getByRole('tab', { name: 'Private' }).click(long)
  await expect(button(ada)).toBeEnabled(long)

  await heard(ben).toEqual([])
  await heard(dora).toEqual([])
  await letGo(ada)
  await hold(ada)
  await heard(ben).toEqual([0])
  await heard(dora).toEqual([])
})
