import { expect, test, type Locator } from '@playwright/test'
import type { SeatAt } from '@parley/testkit'
import { enrolAt, joinFrom, joinPastConsole, setStage, type Sitter } from './stage.ts'

const parts = new AsyncDisposableStack()
/** Writes French and has nothing else. */
let livia: Sitter
/** Interprets for the same side. */
let odile: Sitter
/** Of the other side; reads English. */
let josphat: Sitter

const SEATS: readonly ReturnType<SeatAt>[] = [
  { name: 'Livia Spescha', role: 'note-taker', languages: ['fr'] },
  { name: 'Odile Rochat', role: 'interpreter', languages: ['en', 'fr'] },
  { name: 'Josphat Mwendwa', languages: ['en'] },
]
const FRENCH = 'La deuxième ligne est exacte.'
const ENGLISH = 'The second line is exact.'
const BETTER = 'The second line is correct.'

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const stage = await setStage(parts, { seatsEach: 2, seatAt: (place) => SEATS[place] ?? {} })
  livia = await enrolAt(stage, { place: 0, parts })
  odile = await enrolAt(stage, { place: 1, parts })
  josphat = await enrolAt(stage, { place: 2, parts })
  for (const person of [livia, odile, josphat]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, for the machine's sake
    await (person === odile ? joinPastConsole : joinFrom)(person)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await person.page.getByRole('tab', { name: /Messages/ }).click(long)
  }
})
test.afterAll(() => parts.disposeAsync())

const long = { timeout: 60_000 }
const messages = ({ page }: Sitter): Locator => page.getByRole('log').getByRole('listitem')
const field = ({ page }: Sitter): Locator => page.getByRole('textbox', { name: /^Message/ })
const line = ({ page }: Sitter): Locator =>
  page.getByRole('list', { name: 'Being written' }).getByRole('listitem')
const letters = ({ page }: Sitter): Locator =>
  page.getByRole('checkbox', { name: 'Show my letters as I type' })

/** The message as it stands there, from its first line to its last. */
async function lines(by: Sitter): Promise<readonly string[]> {
  const texts = await messages(by).last().locator('.msg__label, .msg__text').allInnerTexts()
  return texts.map((text) => text.replaceAll(/[\u2066-\u2069]/g, '').trim())
}

test('a text stands there in its language, which is named where it is none of the reader’s (R58)', async () => {
  await field(livia).fill(FRENCH)
  await livia.page.getByRole('button', { name: 'Send to everyone' }).click()

  const message = messages(josphat)
  await expect(message.locator('.msg__text')).toHaveText(FRENCH, long)
  await expect(message.locator('.msg__text')).toHaveAttribute('lang', 'fr')
  await expect(message.locator('.msg__by')).toContainText('Français')
  await expect(messages(odile).locator('.msg__by')).not.toContainText('Français')
})

test('only who may translate it is offered to (R58)', async () => {
  await expect(odile.page.getByRole('button', { name: /^Translate/ })).toBeVisible(long)

  await expect(livia.page.getByRole('button', { name: /^Translate/ })).toHaveCount(0)
  await expect(josphat.page.getByRole('button', { name: /^Translate/ })).toHaveCount(0)
})

test('the interpreter’s translation comes first for whoever needs it, and below for the rest (R58)', async () => {
  const { page } = odile
  await page.getByRole('button', { name: /^Translate/ }).click()
  await page.getByRole('textbox', { name: /^Translation into/ }).fill(ENGLISH)
  await page.getByRole('button', { name: 'Send translation' }).click()

  const by = 'Translated into English by Odile Rochat'
  await expect
    .poll(() => lines(josphat), long)
    .toEqual([by, ENGLISH, 'Written in Français', FRENCH])
  await expect.poll(() => lines(livia), long).toEqual([FRENCH, by, ENGLISH])
  await expect(messages(josphat).locator('.msg__text').first()).toHaveAttribute('lang', 'en')
})

test('a newer one takes its place and says when (R58)', async () => {
  const { page } = odile
  const button = page.getByRole('button', { name: /^Translate/ })
  await expect(button).toBeFocused()
  await button.press('Enter')
  const translation = page.getByRole('textbox', { name: /^Translation into/ })
  await expect(translation).toHaveValue(ENGLISH)
  await translation.fill(BETTER)
  await translation.press('Enter')

  await expect(messages(josphat).locator('.msg__translation')).toContainText(BETTER, long)
  await expect(messages(josphat).locator('.msg__translation')).toContainText(/changed \d\d:\d\d/)
  await expect(messages(josphat).locator('.msg__translation')).toHaveCount(1)
})

test('letters are shown as they are typed once that is switched on, and not before (R59)', async () => {
  await expect(letters(livia)).not.toBeChecked(long)
  await field(livia).pressSequentially('Oui', { delay: 50 })
  await expect(letters(josphat)).toBeVisible(long)
  await expect(line(josphat)).toHaveCount(0)

  await letters(livia).check()

  await expect(line(josphat)).toHaveText(/Livia Spescha.* writes: .*Oui/, long)
  await field(livia).pressSequentially(', nous', { delay: 50 })
  await expect(line(josphat)).toContainText('Oui, nous', long)
  await expect(josphat.page.getByRole('log')).not.toContainText('Oui')
})

test('the message takes the place of its line, and a line that is given up goes (R59)', async () => {
  await field(livia).press('Enter')
  await expect(messages(josphat).last()).toContainText('Oui, nous', long)
  await expect(line(josphat)).toHaveCount(0)

  await field(livia).fill('Non')
  await expect(line(josphat)).toContainText('Non', long)
  await field(livia).fill('')

  await expect(line(josphat)).toHaveCount(0, long)
  await expect(messages(josphat)).toHaveCount(2)
})

test('a private message is translated in private (R54, R58)', async () => {
  const { page } = livia
  await page.getByRole('radio', { name: 'Our side' }).check({ force: true, ...long })
  await page.getByRole('textbox', { name: /^Private message/ }).fill('Acceptons-nous ?')
  await page.getByRole('button', { name: 'Send to our side' }).click()
  const heard = messages(odile).last()
  await expect(heard).toContainText('Acceptons-nous ?', long)

  await heard.getByRole('button', { name: /^Translate/ }).click()
  await heard.getByRole('textbox').fill('Do we accept?')
  await heard.getByRole('button', { name: 'Send translation' }).click()

  await expect(messages(livia).last()).toContainText('Do we accept?', long)
  await expect(messages(livia).last()).toContainText('private to')
  await expect(messages(josphat)).toHaveCount(2)
  await expect(josphat.page.getByRole('log')).not.toContainText('Do we accept?')
  await page.getByRole('radio', { name: 'Everyone' }).check({ force: true })
})

test('a line goes with its author (R59)', async () => {
  await field(livia).fill('Encore')
  await expect(line(josphat)).toContainText('Encore', long)

  await livia.page.close()

  await expect(line(josphat)).toHaveCount(0, long)
})
