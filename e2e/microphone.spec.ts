import { expect, test } from '@playwright/test'
import { syllablesMicrophone } from './media/microphones.ts'
import { enrolAt, setStage, type Sitter, type Stage } from './stage.ts'

/** Two interpreters of the one side, and an adviser of the other. */
const [NARROW, WIDE, ADVISER] = [0, 1, 2] as const
/** As a headset without a cable is sampled, and as everything else is. */
const [HEADSET_HZ, ALL_HZ] = [16_000, 48_000] as const

const parts = new AsyncDisposableStack()
let stage: Stage
const long = { timeout: 60_000 }
const reaches = /^Your microphone reaches \d(\.\d)? kHz; interpreters need 15 kHz$/
const remedy = 'Wireless headsets sound so in calls: plug one in, or choose another'

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  stage = await setStage(parts, {
    seatAt: (place) => ({
      role: place === ADVISER ? 'adviser' : 'interpreter',
      languages: ['fr', 'en'],
    }),
  })
})
test.afterAll(() => parts.disposeAsync())

test('an interpreter whose microphone ends at 8 kHz is warned before the call and in it, with what to do', async () => {
  const { page } = await sit(NARROW, HEADSET_HZ)
  const green = page.getByText(reaches)
  await expect(green).toBeVisible(long)
  await expect(page.getByText(remedy)).toBeVisible()

  await page.getByRole('button', { name: 'Join', exact: true }).click()

  const console = page.getByRole('region', { name: 'What goes out' })
  await expect(console.getByText(reaches)).toBeVisible(long)
  await expect(console.getByText(remedy)).toBeVisible()
})

test('one whose microphone hears all of a voice is told so, in both places', async () => {
  const { page } = await sit(WIDE, ALL_HZ)
  await expect(page.getByText(/ to \d+ kHz: full voice$/)).toBeVisible(long)

  await page.getByRole('button', { name: 'Join', exact: true }).click()

  const console = page.getByRole('region', { name: 'What goes out' })
  await expect(console.getByText(/ to \d+ kHz: full voice$/)).toBeVisible(long)
  await expect(page.getByText(reaches)).toHaveCount(0)
})

test('for whoever does not interpret it is what there is to know, and nothing to be done', async () => {
  const { page } = await sit(ADVISER, HEADSET_HZ)

  await expect(page.getByText(reaches)).toBeVisible(long)
  await expect(page.getByText(remedy)).toHaveCount(0)
})

async function sit(place: number, sampleRate: number): Promise<Sitter> {
  const microphone = await syllablesMicrophone(sampleRate)
  return await enrolAt(stage, { place, parts, microphone })
}
