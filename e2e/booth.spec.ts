import { expect, test, type Locator } from '@playwright/test'
import { axeLook } from './axeLook.ts'
import { peopleHeardIn } from './media/hear.ts'
import { enrolAt, setStage, type Sitter } from './stage.ts'

/** A principal who hears French, two interpreters of the same side, and whoever speaks for the other. */
const [PRINCIPAL, FIRST, SECOND, SPEAKER] = [0, 1, 2, 3] as const
const NAMES = new Map([
  [PRINCIPAL, 'Reto Camenzind'],
  [FIRST, 'Odile Rochat'],
  [SECOND, 'Marc Dubochet'],
  [SPEAKER, 'Zawadi Kiptalam'],
] as const)
const ALL = [PRINCIPAL, FIRST, SECOND, SPEAKER]
const parts = new AsyncDisposableStack()
let principal: Sitter
let first: Sitter
let second: Sitter
let speaker: Sitter

test.describe.configure({ mode: 'serial' })

const long = { timeout: 60_000 }
const press = ({ page }: Sitter, name: string | RegExp) =>
  page.getByRole('button', { name }).click()
const onAir = ({ page }: Sitter): Locator => page.getByRole('status').getByText('On air')
const heard = (by: Sitter) => expect.poll(() => peopleHeardIn(by.page, ALL), long)

test.beforeAll(async () => {
  const stage = await setStage(parts, {
    seatsEach: 3,
    seatAt: (place) => {
      const name = NAMES.get(place as typeof PRINCIPAL) ?? `Person ${place}`
      if (place === FIRST || place === SECOND)
        return { name, role: 'interpreter', languages: ['fr', 'sw'] }
      return place === PRINCIPAL ? { name, languages: ['fr'] } : { name }
    },
  })
  principal = await enrolAt(stage, { place: PRINCIPAL, parts })
  speaker = await enrolAt(stage, { place: SPEAKER, parts })
  first = await enrolAt(stage, { place: FIRST, parts })
  second = await enrolAt(stage, { place: SECOND, parts })
  for (const person of [principal, speaker]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, for the machine's sake
    await press(person, 'Join')
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await press(person, /^Camera (on|starts)/)
  }
  await press(speaker, /^Mic closed/)
  for (const interpreter of [first, second]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, for the machine's sake
    await press(interpreter, 'Join')
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await press(interpreter, /^Camera on/)
  }
  await press(first, /^Open my microphone into Français/)
  await expect(onAir(first)).toBeVisible(long)
})
test.afterAll(() => parts.disposeAsync())

test('the console breaks no rule of accessibility, on air', async () => {
  await axeLook(first.page, 'The console on air')
})

test('a window that loses the focus while one coughs leaves the microphone closed, and says so (R47)', async () => {
  await first.page.keyboard.down('Space')
  await expect(first.page.getByText('Let go to be on air again')).toBeVisible()
  await first.page.evaluate(() => dispatchEvent(new Event('blur')))
  await first.page.keyboard.up('Space')

  await expect(first.page.getByText(/stayed closed: this window lost/).first()).toBeVisible()
  await heard(principal).toEqual([SPEAKER])
  await first.page.keyboard.press('m')
  await expect(onAir(first)).toBeVisible()
})

test('what an interpreter asks stands on the speaker’s screen at once, and is seen (R48)', async () => {
  await expect(first.page.getByText('Ask Zawadi Kiptalam')).toBeVisible(long)
  await press(first, /^Slower, please/)

  await expect(
    speaker.page.getByText('Odile Rochat asks you to speak more slowly.').first(),
  ).toBeVisible()
  await expect(
    first.page.getByText(/“Slower, please” at .*On the screen of Zawadi Kiptalam, seen\./).first(),
  ).toBeVisible()
})

test('an interpreter chooses relay, and the partner sees it', async () => {
  await first.page.getByRole('radio', { name: /^Relay, Kiswahili/ }).click()
  await expect(second.page.getByText(/^On air into Français/).first()).toBeVisible()
  await second.page.getByRole('radio', { name: /^Relay, Kiswahili/ }).click()

  await expect(second.page.getByRole('radio', { name: /^Relay, Kiswahili/ })).toBeChecked()
  await second.page.getByRole('radio', { name: /^Floor/ }).click()
  await first.page.keyboard.press('f')
  await expect(first.page.getByRole('radio', { name: /^Floor/ })).toBeChecked()
})

test('what one writes to the partner stands on the partner’s screen alone (R49)', async () => {
  await first.page
    .getByRole('textbox', { name: 'Message to Marc Dubochet' })
    .fill('Encore dix minutes ?')
  await first.page.keyboard.press('Enter')

  await expect(second.page.getByText('Encore dix minutes ?')).toBeVisible()
  await principal.page.getByRole('tab', { name: /Messages/ }).click()
  await expect(principal.page.getByText('Encore dix minutes ?')).toHaveCount(0)
})

test('a partner takes over without having been offered (R46)', async () => {
  await second.page.keyboard.press('h')

  await expect(onAir(second)).toBeVisible()
  await expect(first.page.getByText(/Your partner is on air\./).first()).toBeVisible()
  await heard(principal).toEqual([SECOND, SPEAKER])
})
