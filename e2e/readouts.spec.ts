import { readFile } from 'node:fs/promises'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { launchFor } from './media/launch.ts'
import {
  codeShownBy,
  confirmSeals,
  invite,
  linkFor,
  pageAt,
  pasteList,
  plan,
  signPlan,
  typeCode,
} from './officers.ts'
import { HOSTILE_PAGE, PASTED_PAGES } from './readouts/pastedPages.ts'
import { standInTranslator } from './readouts/inPage/standInTranslator.ts'
import { emptied, openReadouts, publish, sign, textOf, write } from './release/readouts.ts'
import { speak } from './speak.ts'
import { startReal } from './stage.ts'

const OURS =
  'Mathilde Aeberhard, Federal Councillor, principal\nReto Camenzind, Ambassador, adviser'
const parts = new AsyncDisposableStack()
let browser: Browser
let planning: string
let first: Page
let second: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const { running } = await startReal(parts)
  planning = `${running.url}/#create=${running.createToken}`
  browser = await launchFor(0)
  parts.defer(() => browser.close())
  first = await pageAt(browser, planning, { timezoneId: 'Europe/Zurich' })
  await first.addInitScript(standInTranslator)
  await first.reload()
  await plan(first)
  second = await pageAt(browser, await invite(first), { timezoneId: 'Africa/Nairobi' })
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await confirmSeals(first, second)
  await signPlan(first, second)
  for (const desk of [first, second]) await openReadouts(desk)
})
test.afterAll(() => parts.disposeAsync())

for (const { from, html, shows } of [...PASTED_PAGES, HOSTILE_PAGE])
  test(`what is pasted from ${from} comes in clean, and breaks no rule of the page (R100)`, async () => {
    const broken = await violationsOf(first)
    const text = textOf(first)
    await emptied(text)

    await paste(text, html)

    await expect.poll(() => written(text)).toBe(shows)
    expect(await broken()).toEqual([])
  })

test('a text is written by the keyboard alone, undone, and read from right to left (R100)', async () => {
  const text = textOf(first)
  await emptied(text)
  await first.keyboard.type('## The talks')
  await first.keyboard.press('Enter')
  await first.keyboard.type('They ')
  await first.keyboard.press('Control+b')
  await first.keyboard.type('agreed')
  await first.keyboard.press('Control+b')
  await first.keyboard.type('.')
  await first.keyboard.press('Enter')
  await first.keyboard.type('- one')
  await first.keyboard.press('Enter')
  await first.keyboard.type('two')
  await first.keyboard.press('Enter')
  await first.keyboard.press('Enter')
  await first.keyboard.type('اتفق الطرفان على 18 متراً.')
  await expect
    .poll(() => written(text))
    .toBe(
      '<h2 dir="auto">The talks</h2><p dir="auto">They <strong>agreed</strong>.</p>' +
        '<ul><li><p dir="auto">one</p></li><li><p dir="auto">two</p></li></ul>' +
        '<p dir="auto">اتفق الطرفان على 18 متراً.</p>',
    )
  const last = text.locator('> p').last()
  expect(await last.evaluate((line) => getComputedStyle(line).direction)).toBe('rtl')

  for (let n = 0; n < 12; n++) await first.keyboard.press('Control+z')

  await expect(text).not.toContainText('اتفق')
  await first.keyboard.press('Tab')
  await expect(first.getByRole('button', { name: 'Propose a joint line' })).toBeFocused()
})

test('what was written is there after a reload, and the other desk has no word of it (R101)', async () => {
  await write(first, 'Talks on water', 'The two sides came closer on releases.')
  await expect(first.getByText(/^English · Saved at/)).toBeVisible()

  await first.reload()
  await openReadouts(first)

  await expect(textOf(first)).toContainText('came closer on releases')
  await expect(second.getByText('Nothing is written yet.')).toBeVisible()
})

test('between two versions what was taken out and put in is told, not only shown (R101)', async () => {
  await show(first, 'Changes')
  await first
    .getByRole('textbox', { name: 'Keep this version as (optional)' })
    .fill('for the minister')
  await first.getByRole('button', { name: 'Keep this version' }).click()
  await show(first, 'Write')
  await write(first, 'Talks on water', 'The two sides agreed in principle on releases.')

  await show(first, 'Changes')

  await expect(first.getByRole('deletion').last()).toHaveText('taken out: came closer')
  await expect(first.getByRole('insertion').last()).toHaveText('put in: agreed in principle')
  await show(first, 'Write')
})

test('an adviser comments on the page of the seat, and the principal approves exactly that text (R102)', async () => {
  await declare()
  const adviser = await seatPage('Reto Camenzind')
  await expect(adviser.getByText('The two sides agreed in principle')).toBeVisible()
  await adviser.getByRole('textbox', { name: 'Your comment' }).fill('Name the gauge.')
  await adviser.getByRole('button', { name: 'Send to our desk' }).click()
  await openReadouts(first)
  const comments = first.getByRole('region', { name: 'Comments of our side' })
  await expect(comments).toContainText('Name the gauge.')
  await comments.getByRole('button', { name: /^Resolved/ }).click()
  await expect(adviser.getByText('resolved', { exact: true })).toBeVisible()

  const steps = first.getByRole('region', { name: 'Before it is public' })
  await steps.getByRole('checkbox', { name: /principal has to approve/ }).check()
  await expect(first.getByRole('button', { name: 'Read it whole, and sign' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await steps.getByRole('button', { name: 'Ask for approval' }).click()
  const principal = await seatPage('Mathilde Aeberhard')
  await openReadouts(first)
  await principal.getByRole('button', { name: 'I approve this text' }).click()
  await expect(steps.getByText('Text approved')).toBeVisible()
  await expect(adviser.getByRole('button', { name: 'I approve this text' })).toHaveCount(0)

  await write(
    first,
    'Talks on water',
    'The two sides agreed in principle on releases in dry years.',
  )

  await expect(steps.getByText('Approval withdrawn')).toBeVisible()
  await expect(principal.getByText('The desk is changing the text again.')).toBeVisible()
  await steps.getByRole('button', { name: 'Ask for approval' }).click()
  await principal.getByRole('button', { name: 'I approve this text' }).click()
  await expect(steps.getByText('Text approved')).toBeVisible()
  for (const page of [adviser, principal]) await page.context().close()
})

test('a joint line is answered in other words, signed by both, and stands locked in the text (R103)', async () => {
  await first.getByRole('button', { name: 'Propose a joint line' }).click()
  await first.getByRole('textbox', { name: 'The line in English' }).fill('We meet in June.')
  await first.getByRole('button', { name: 'Sign and propose the line' }).click()
  const theirs = second.getByRole('article', { name: 'Line 1' })
  await theirs.getByRole('button', { name: 'Propose other words' }).click()
  await theirs.getByRole('textbox', { name: 'The line in English' }).fill('We meet in July.')
  await theirs.getByRole('button', { name: 'Sign and propose the line' }).click()
  const ours = first.getByRole('article', { name: 'Line 1' })
  await expect(ours).toContainText('We meet in July.')
  await ours.getByRole('button', { name: 'Sign these words' }).click()
  for (const line of [ours, theirs]) await expect(line).toContainText('Signed by every side.')

  await textOf(first).click()
  await first.keyboard.press('Control+End')
  await first.getByRole('button', { name: 'Put joint line 1 here' }).click()

  const placed = textOf(first).locator('.joint')
  await expect(placed).toContainText('We meet in July.')
  await expect(placed).toContainText('signed by every side')
  await placed.click()
  await first.keyboard.type('x')
  await expect(placed).toContainText('We meet in July.')
  await expect(textOf(first)).not.toContainText('x')
})

test('the page changes its language while a text is written: its words and its joint line stay, and what was typed is undone (R100)', async () => {
  const text = first.locator('.editor__text')
  await text.getByText('The two sides').click()
  await first.keyboard.press('Home')
  // What is typed while a joint line is chosen changes nothing.
  await expect(text.locator('.ProseMirror-selectednode')).toHaveCount(0)
  await first.keyboard.type('Typed before. ')
  await expect(text).toContainText('Typed before.')

  await speak(first, 'ar')

  await expect(text).toContainText('Typed before.')
  await expect(text.locator('.joint')).toContainText('We meet in July.')
  await speak(first, 'en')
  await textOf(first).press('Control+z')
  await expect(text).not.toContainText('Typed before.')
  await expect(text.locator('.joint')).toContainText('signed by every side')
})

test('a translation says who made it, and that it is older once the text is changed (R105)', async () => {
  await show(first, 'Translations')
  await first.getByRole('combobox', { name: 'Translation into' }).fill('French')
  await first.getByRole('button', { name: 'Add a translation' }).click()
  await first.getByRole('textbox', { name: 'Title in this language' }).fill('Pourparlers sur l’eau')
  await first.getByRole('textbox', { name: 'Translation into Français' }).fill('Les deux parties.')
  await first
    .getByRole('combobox', { name: 'Translated by' })
    .selectOption('Reto Camenzind, Ambassador')
  await first
    .getByRole('combobox', { name: 'Checked by' })
    .selectOption('Mathilde Aeberhard, Federal Councillor')
  await show(first, 'Write')
  await write(first, 'Talks on the water', 'The two sides agreed on releases.')

  await show(first, 'Translations')

  await expect(first.getByText(/Français is older/)).toBeVisible()
  await first.getByRole('button', { name: 'It says what the text says now' }).click()
  await expect(first.getByText(/is older/)).toHaveCount(0)
  await show(first, 'Write')
})

test('the browser drafts a translation on the device, labelled as its own (R105)', async () => {
  await show(first, 'Translations')
  await first.getByRole('button', { name: 'Have this browser draft it' }).click()

  await expect(first.getByRole('textbox', { name: 'Title in this language' })).toHaveValue(
    'en to fr: Talks on the water',
  )
  await expect(first.getByRole('combobox', { name: 'Translated by' })).toContainText(
    /A machine: \S+ \d/,
  )
  await first.getByRole('button', { name: 'Take this translation out' }).click()
  await show(first, 'Write')
})

test('what is signed is shown whole, and an embargo has two ways that are told apart (R104)', async () => {
  await first.getByRole('checkbox', { name: /principal has to approve/ }).uncheck()
  await first.getByRole('checkbox', { name: 'Not public before a time' }).check()
  await expect(first.getByText(/^Public from:.*Zurich.*Nairobi/)).toBeVisible()

  await sign(first)

  await expect(first.getByText('Nothing has left this side.')).toBeVisible()
  await first.getByRole('radio', { name: /We hand it over now/ }).check()
  await expect(first.getByText(/From now on whoever runs the server could read it/)).toBeVisible()
  await first.getByRole('radio', { name: /We publish it by hand/ }).check()
})

test('an ally opens a text that is not public, and nobody else does (R106)', async () => {
  const card = await saved(second, 'Save our own seal’s public file')
  await first.getByLabel('Public file of the ally’s seal').setInputFiles(card)
  const code = await first.getByRole('group', { name: 'Code of the seal of Kenya' }).textContent()
  await expect(second.getByRole('tab', { name: 'Readouts' })).toBeVisible()
  await first.getByRole('button', { name: 'The codes are the same: seal it' }).click()
  const file = await saved(first, 'Save the file')
  const link = await first.getByRole('textbox', { name: 'Link for Kenya' }).inputValue()

  await second.getByLabel('File that an ally shared with us').setInputFiles(file)

  const opened = second.getByRole('region', { name: 'Shared with us' })
  await expect(opened).toContainText('Talks on the water')
  await expect(opened).toContainText('which your desk compared in this call')
  expect(code?.replaceAll(/\D/g, '')).toMatch(/^\d{30}$/)
  const theirs = await second.context().newPage()
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: 'Talks on the water' })).toBeVisible()
  await theirs.close()
  const stranger = await pageAt(browser, link)
  await expect(stranger.getByText('This opens with no seal of this browser.')).toBeVisible()
  await stranger.context().close()
  await first.getByRole('button', { name: 'Done' }).click()
})

test('a text is published by the keyboard alone, corrected with a note, and the version before stays (R104)', async () => {
  await first.getByRole('checkbox', { name: 'Not public before a time' }).uncheck()
  await sign(first)
  await pressByKeys(first, 'Publish now')
  await expect(first.getByText(/^Public since/)).toBeVisible()
  await expect(first.getByRole('heading', { name: 'Signature' })).toBeFocused()
  const file = await saved(first, 'Save it with its joint lines')
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ parley: 1 })

  await pressByKeys(first, 'Correct it')
  await expect(first.getByRole('heading', { name: 'Published' })).toBeFocused()
  await write(first, 'Talks on the water', 'The two sides agreed on releases of 18 cubic metres.')
  await expect(first.getByText('It does not say what it corrects.').first()).toBeVisible()
  await first.getByRole('textbox', { name: 'What this corrects' }).fill('One figure.')
  await publish(first)

  const published = first.getByRole('region', { name: 'Published' })
  await expect(published.getByRole('listitem')).toHaveCount(2)
  await expect(published).toContainText('Corrects: One figure.')
  await expect(published).toContainText('Version before it')
})

/** Goes on to that button with the Tab key, and presses it. */
async function pressByKeys(desk: Page, name: string): Promise<void> {
  const button = desk.getByRole('button', { name })
  const isThere = () => button.evaluate((element) => element === document.activeElement)
  for (let stops = 0; stops < 120 && !(await isThere()); stops++)
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await desk.keyboard.press('Tab')
  await expect(button).toBeFocused()
  await desk.keyboard.press('Enter')
}

/** The path of what that button saves. */
async function saved(desk: Page, button: string): Promise<string> {
  const download = desk.waitForEvent('download')
  await desk.getByRole('button', { name: button }).click()
  return (await download).path()
}

async function show(desk: Page, mode: string): Promise<void> {
  await desk.getByRole('radio', { name: mode, exact: true }).check()
}

/** The text as the page has it, without what only helps the cursor. */
async function written(text: Locator): Promise<string> {
  const html = await text.innerHTML()
  return html
    .replaceAll(/<(?:br|img)[^>]*>/g, '')
    .replaceAll(/ (?:class|contenteditable)="[^"]*"/g, '')
}

async function paste(text: Locator, html: string): Promise<void> {
  await text.evaluate((element, page) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', page)
    clipboardData.setData('text/plain', 'plain')
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, html)
}

/** What of the page's policy is broken from now on. */
async function violationsOf(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const found: string[] = []
    Object.assign(globalThis, { found })
    addEventListener('securitypolicyviolation', (event) => found.push(event.violatedDirective))
  })
  return () => page.evaluate(() => (globalThis as unknown as { found: string[] }).found)
}

/** Our people are declared and acknowledged. */
async function declare(): Promise<void> {
  for (const desk of [first, second]) await desk.getByRole('tab', { name: 'Seats' }).click()
  await pasteList(first, OURS)
  await first.getByRole('button', { name: 'Add 2 people' }).click()
  await first.getByRole('button', { name: 'Sign the list' }).click()
  await second.getByRole('button', { name: /^Acknowledge/ }).click()
  await expect(first.getByRole('button', { name: /^Make a link/ })).toHaveCount(2)
  await openReadouts(second)
}

/** The page of one of our seats, at its side's readout. */
async function seatPage(name: string): Promise<Page> {
  await first.getByRole('tab', { name: 'Seats' }).click()
  const page = await pageAt(browser, await linkFor(first, name))
  await typeCode(first, name, await codeShownBy(page))
  await page.getByRole('button', { name: 'Our side’s readout' }).click()
  await page.getByRole('heading', { name: 'Our readout' }).waitFor()
  return page
}
