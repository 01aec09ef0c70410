import { expect, test, type Locator } from '@playwright/test'
import { axeLook } from './axeLook.ts'
import { cuttableLine, type CuttableLine } from './line/cuttableLine.ts'
import { peopleHeardIn } from './media/hear.ts'
import { listenFor, type Stretch } from './media/timeline.ts'
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
const BOOTH = [FIRST, SECOND]
/** A stretch is told at its end. */
const STRETCH_MS = 85
/** The gate shuts at once; the listener's browser plays out its buffer, and a little of what it makes up for lost sound. */
const GONE_WITHIN_MS = 2000
const parts = new AsyncDisposableStack()
let line: CuttableLine
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
  line = parts.use(await cuttableLine(stage))
  principal = await enrolAt(stage, { place: PRINCIPAL, parts })
  speaker = await enrolAt(stage, { place: SPEAKER, parts })
  first = await enrolAt(stage, { place: FIRST, parts, line })
  second = await enrolAt(stage, { place: SECOND, parts })
  for (const person of [principal, speaker]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, for the machine's sake
    await press(person, 'Join')
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await press(person, /^Camera (on|starts)/)
  }
  await press(speaker, /^Mic closed/)
  await press(second, 'Join')
  await press(second, /^Camera on/)
})
test.afterAll(() => parts.disposeAsync())

test('the first minute: an interpreter is on air in the right language with two presses from the link', async () => {
  await press(first, 'Join')
  await press(first, /^Open my microphone into Français/)

  await expect(onAir(first)).toBeVisible(long)
  await heard(principal).toEqual([FIRST, SPEAKER])
  await expect(first.page.getByText('1 person hears you in Français')).toBeVisible(long)
  await press(first, /^Camera on/)
})

test('the console breaks no rule of accessibility, on air', async () => {
  await axeLook(first.page, 'The console on air')
})

test('a cough is heard by nobody while it is held, and its end is on air again (R47)', async () => {
  await first.page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  )
  const listening = listenFor(principal.page, { seconds: 5, people: BOOTH })
  await forSeconds(1.5)
  await first.page.keyboard.down('Space')
  const downMs = Date.now()
  await expect(first.page.getByText('Let go to be on air again')).toBeVisible()
  await forSeconds(0.8)
  const upMs = Date.now()
  await first.page.keyboard.up('Space')
  const stretches = await listening

  const during = stretches.filter(({ atMs }) => atMs > downMs && atMs < upMs)
  const lastMs = Math.max(
    ...during.filter(({ people }) => people.length > 0).map(({ atMs }) => atMs - STRETCH_MS),
  )
  const after = stretches.filter(({ atMs }) => atMs > upMs + 800)
  expect(during.length).toBeGreaterThan(2)
  expect.soft(lastMs - downMs).toBeLessThan(GONE_WITHIN_MS)
  expect.soft(longestGapMs(after)).toBeLessThan(GONE_WITHIN_MS)
  await expect(onAir(first)).toBeVisible()
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

test('a hand-over is two steps: a listener hears the one and then the other, and never both (R46)', async () => {
  await press(first, /^Hand over to Marc Dubochet/)
  await expect(second.page.getByText('Odile Rochat hands over to you.')).toBeVisible()
  await expect(onAir(first)).toBeVisible()
  const listening = listenFor(principal.page, { seconds: 5, people: BOOTH })
  await forSeconds(1.5)
  await press(second, /^Take the microphone/)
  const stretches = await listening

  await expect(onAir(second)).toBeVisible()
  await expect(first.page.getByText(/Your partner is on air\./).first()).toBeVisible()
  expect(stretches.filter(({ people }) => people.includes(FIRST)).length).toBeGreaterThan(5)
  expect(stretches.filter(({ people }) => people.includes(SECOND)).length).toBeGreaterThan(5)
  expect.soft(longestGapMs(stretches)).toBeLessThan(GONE_WITHIN_MS)
  // The stretches in which it changed may have the end of the one and the beginning of the other.
  expect.soft(stretches.filter(({ people }) => people.length > 1).length).toBeLessThan(6)
})

test('a partner takes over without having been offered (R46)', async () => {
  await first.page.keyboard.press('h')

  await expect(onAir(first)).toBeVisible()
  await expect(second.page.getByText(/Your partner is on air\./).first()).toBeVisible()
  await heard(principal).toEqual([FIRST, SPEAKER])
})

test('a line that is lost for long takes an interpreter off air, and only the interpreter comes back on it (R32)', async () => {
  await first.page.keyboard.press('h')
  line.cut('all')
  await expect(first.page.getByText('Coming back').first()).toBeVisible(long)
  await forSeconds(6)
  line.mend()

  await expect(first.page.getByText(/closed because the connection was lost/).first()).toBeVisible(
    long,
  )
  await expect(onAir(first)).toHaveCount(0)
  await press(first, /^Open my microphone into Français/)
  await expect(onAir(first)).toBeVisible(long)
  await heard(principal).toEqual([FIRST, SPEAKER])
})

/** The longest time in which nobody of the booth is heard, between the first and the last time that somebody is. */
function longestGapMs(stretches: readonly Stretch[]): number {
  const heardAt = stretches.filter(({ people }) => people.length > 0).map(({ atMs }) => atMs)
  return Math.max(0, ...heardAt.slice(1).map((atMs, place) => atMs - (heardAt[place] ?? atMs)))
}

/** By the clock of a page, as long as its people wait. */
async function forSeconds(seconds: number): Promise<void> {
  await speaker.page.evaluate(
    (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    seconds * 1000,
  )
}
