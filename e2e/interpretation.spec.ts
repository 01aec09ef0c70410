import { expect, test, type Page } from '@playwright/test'
import { loudestIn, peopleHeardIn } from './media/hear.ts'
import { enrolAt, joinFrom, joinPastConsole, setStage, type Sitter, type Stage } from './stage.ts'
import { keepMicrophone, silenceMicrophone } from './media/silence.ts'

/** Of the first side a listener and an interpreter; of the second who speaks, and an interpreter into each of two languages. */
const [LISTENER, FRENCH, SPEAKER, ENGLISH, OTHER_FRENCH] = [0, 1, 3, 4, 5] as const
const EVERYONE = [LISTENER, FRENCH, SPEAKER, ENGLISH, OTHER_FRENCH]
const SEATS: Readonly<Record<number, { name: string; languages: string[]; interprets: boolean }>> =
  {
    [LISTENER]: { name: 'Mathilde Aeberhard', languages: ['fr'], interprets: false },
    [FRENCH]: { name: 'Odile Rochat', languages: ['fr'], interprets: true },
    [SPEAKER]: { name: 'Zawadi Kiptalam', languages: ['sw'], interprets: false },
    [ENGLISH]: { name: 'Neema Kazungu', languages: ['en'], interprets: true },
    [OTHER_FRENCH]: { name: 'Fatuma Salim', languages: ['fr'], interprets: true },
  }

const parts = new AsyncDisposableStack()
let stage: Stage
const people = new Map<number, Sitter>()
const long = { timeout: 60_000 }

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  stage = await setStage(parts, {
    seatsEach: 3,
    seatAt: (place) => {
      const { interprets = false, ...seat } = SEATS[place] ?? {}
      return { ...seat, role: interprets ? 'interpreter' : 'adviser' }
    },
  })
  for (const place of EVERYONE) {
    // oxlint-disable-next-line no-await-in-loop -- two cores carry one start of a browser at a time
    const person = await enrolAt(stage, { place, parts, prepare: keepMicrophone })
    people.set(place, person)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await (SEATS[place]?.interprets ? joinPastConsole : joinFrom)(person)
    // oxlint-disable-next-line no-await-in-loop -- sound is what this is about, and cameras cost the most
    await person.page.getByRole('button', { name: 'Camera on' }).click()
  }
})
test.afterAll(() => parts.disposeAsync())

test('whoever’s first language is French hears its booth by itself, and the floor while nobody interprets (R43)', async () => {
  const { page } = sitter(LISTENER)
  await press(SPEAKER, 'closed')

  await expect(control(page, 'Français')).toBeVisible()
  await expect.poll(() => peopleHeardIn(page, EVERYONE), long).toEqual([SPEAKER])
})

test('who speaks is told that nobody interprets into what somebody listens to (R44)', async () => {
  await expect(sitter(SPEAKER).page.getByText('Nobody is interpreting into Français')).toBeVisible()
})

test('an interpreter on air is heard, over the floor at 15 % (R43)', async () => {
  const { page } = sitter(LISTENER)
  const full = await loudness(page, SPEAKER)
  await press(FRENCH, 'closed')

  await expect.poll(() => peopleHeardIn(page, EVERYONE), long).toEqual([FRENCH, SPEAKER])
  await expect(sitter(SPEAKER).page.getByText('Nobody is interpreting')).toBeHidden()
  const ducked = (await loudness(page, SPEAKER)) / full
  expect(await floorVolume(page)).toBe(0.15)
  expect([ducked > 0.05, ducked < 0.35]).toEqual([true, true])
  expect((await loudness(page, FRENCH)) / full).toBeGreaterThan(0.5)
})

test('who listens to the floor hears it alone, and switching there and back is instant (R42)', async () => {
  const { page } = sitter(LISTENER)
  await control(page, 'Français').click()
  await page.getByRole('radio', { name: 'Floor' }).check()
  const floor = await volumes(page)
  await expect.poll(() => peopleHeardIn(page, EVERYONE), long).toEqual([SPEAKER])
  await page.getByRole('radio', { name: /^Français Switzerland/ }).check()
  const french = await volumes(page)

  expect([floor.filter((volume) => volume === 0).length, french.includes(0.15)]).toEqual([3, true])
  await expect.poll(() => peopleHeardIn(page, EVERYONE), long).toEqual([FRENCH, SPEAKER])
})

test('the floor is as loud under the interpreter as one wants it', async () => {
  const { page } = sitter(LISTENER)
  const at15 = await loudness(page, SPEAKER)

  await page.getByRole('slider').fill('60')

  await expect.poll(async () => (await loudness(page, SPEAKER)) / at15, long).toBeGreaterThan(3)
  await page.getByRole('slider').fill('15')
})

test('two booths of two sides for one language are not mixed, and one hears the one that one chose (R41, R42)', async () => {
  const { page } = sitter(LISTENER)
  await press(OTHER_FRENCH, 'closed')
  await expect(page.getByText(/^Fatuma Salim, since/)).toBeVisible()
  const own = await peopleHeardIn(page, EVERYONE)

  await page.getByRole('radio', { name: /^Français Kenya/ }).check()

  await expect.poll(() => peopleHeardIn(page, EVERYONE), long).toEqual([SPEAKER, OTHER_FRENCH])
  expect(own).toEqual([FRENCH, SPEAKER])
  await page.getByRole('radio', { name: /^Français Switzerland/ }).check()
  await press(OTHER_FRENCH, 'open')
})

test('who falls silent is told in one line that the interpretations that somebody listens to are still running (R44)', async () => {
  const { page } = sitter(SPEAKER)
  const relay = sitter(FRENCH).page
  await press(ENGLISH, 'closed')
  await relay.getByRole('tab', { name: 'Languages' }).click()
  await relay.getByRole('radio', { name: /^English/ }).check()
  await expect.poll(() => peopleHeardIn(relay, EVERYONE), long).toEqual([SPEAKER, ENGLISH])
  const told = page.getByText(
    /^Interpretation into .*English.* and .*Français.*Switzerland.* is still running/,
  )
  await expect(told).toBeHidden()

  await silenceMicrophone(page, true)

  await expect(told).toBeVisible()
  await silenceMicrophone(page, false)
  await expect(told).toBeHidden()
})

test('after a reload one hears what one chose', async () => {
  const { page } = sitter(LISTENER)
  await page.getByRole('radio', { name: /^English/ }).check()
  await page.reload()

  await page.getByRole('button', { name: /^Mic closed/ }).waitFor()
  await expect(control(page, 'English')).toBeVisible()
  await page.mouse.click(5, 5)
  await expect.poll(() => peopleHeardIn(page, EVERYONE), long).toEqual([SPEAKER, ENGLISH])
})

test('that the interpreter falls away is said, and the floor is heard', async () => {
  const { page } = sitter(LISTENER)
  await press(ENGLISH, 'open')

  await expect(page.getByText('Nobody interprets into English now.')).toBeAttached()
  await expect.poll(() => peopleHeardIn(page, EVERYONE), long).toEqual([SPEAKER])
})

function sitter(place: number): Sitter {
  const found = people.get(place)
  if (!found) throw new Error('Nobody sits there')
  return found
}

/** Presses the microphone that is closed, or open. */
async function press(place: number, is: 'closed' | 'open'): Promise<void> {
  const { page } = sitter(place)
  await page.getByRole('button', { name: new RegExp(`^Mic ${is}`) }).click()
}

function control(page: Page, language: string) {
  return page.getByRole('button', { name: `You hear ${language}` })
}

async function loudness(page: Page, person: number): Promise<number> {
  return (await loudestIn(page, [person])).get(person) ?? 0
}

/** Of everything that plays. */
function volumes(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('audio')].map(({ volume }) => Math.round(volume * 100) / 100),
  )
}

/** Of what everybody hears, which is what is not an interpreter’s: two people have such sounds here, equally loud. */
async function floorVolume(page: Page): Promise<number | undefined> {
  return (await volumes(page)).find((volume) => volume !== 0 && volume !== 1) ?? 1
}
