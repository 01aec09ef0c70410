import { expect, test, type Locator, type Page } from '@playwright/test'
import { enrolAt, joinFrom, setStage, type Sitter } from './stage.ts'

const parts = new AsyncDisposableStack()
let sitter: Sitter

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const stage = await setStage(parts, { seatsEach: 1 })
  // Media connect before one goes in, but not to an empty room.
  await joinFrom(await enrolAt(stage, { place: 1, parts }))
  sitter = await enrolAt(stage, { place: 0, parts })
})
test.afterAll(() => parts.disposeAsync())

const field = (page: Page, name: string): Locator => page.getByRole('combobox', { name })
const band = (page: Page): Locator => page.getByRole('img', { name: /^Sound band/ })

test('a voice that ends where a telephone does is told from a full one, with its band', async () => {
  const { page } = sitter

  await expect(band(page)).toHaveAccessibleName(/ to \d(\.\d)? kHz\. Interpreters need/)

  await expect(page.getByText(/like a telephone$/)).toBeVisible()
})

test('the level and the spectrum move with the voice, and stand still where nothing is to move', async () => {
  const { page } = sitter
  const moves = () => page.evaluate(movesIn, 3000)

  const moved = await moves()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.reload()
  await expect(band(page)).toHaveAccessibleName(/ to \d(\.\d)? kHz\. Interpreters need/)
  const stood = await moves()
  await page.emulateMedia({ reducedMotion: null })
  await page.reload()

  expect(moved.level).toBeGreaterThan(3 * stood.level)
  expect(moved.spectrum).toBeGreaterThan(3 * stood.spectrum)
})

test('light, line and the way of sound and picture are told in words', async () => {
  const { page } = sitter

  await expect(page.getByText(/^Good light/)).toBeVisible()
  await expect(page.getByText(/^\d+ ms to the server and back/)).toBeVisible()
  // Which of both it is depends on the machine: on one alone UDP may find no way to itself.
  await expect(page.getByText(/^Sound and picture go (straight, by UDP|by TCP)/)).toBeVisible()
})

test('the chime is played, and what the microphone heard meanwhile is told', async () => {
  const { page } = sitter

  await page.getByRole('button', { name: 'Play a sound' }).click()

  await expect(page.getByText('Do you hear four notes?')).toBeVisible()
  // This microphone talks on without hearing anything: its words may be among the notes, or not.
  await expect(page.getByText(/^(No echo|Something else sounded too)/)).toBeVisible()
})

test('a microphone chosen before is chosen again, by its name, and measured', async () => {
  const { page } = sitter
  await field(page, 'Microphone').selectOption({ label: 'Fake Audio Input 2' })

  await page.reload()

  const chosen = field(page, 'Microphone').getByRole('option', { selected: true })
  await expect(chosen).toHaveText('Fake Audio Input 2')
  await expect(page.getByText('is not connected', { exact: false })).toHaveCount(0)
  await expect(band(page)).toBeVisible()
})

test('one that is gone by the next time is named, and another is used', async () => {
  const { page } = sitter
  await page.evaluate(() => {
    localStorage.setItem('microphone', 'unplugged')
    localStorage.setItem('microphone name', 'Table microphone')
  })

  await page.reload()

  await expect(page.getByText('Table microphone is not connected.')).toBeVisible()
  await expect(page.getByRole('meter', { name: 'Level of your microphone' })).toBeVisible()
})

test('an echo of the chime is told from a microphone that does not hear it', async () => {
  const { page } = sitter
  await page.addInitScript(hearSpeaker)
  await page.reload()

  await page.getByRole('button', { name: 'Play a sound' }).click()

  await expect(page.getByText(/^Echo: the others would hear themselves/)).toBeVisible()
})

/** A quiet room in which the microphone hears, a fifth of a second later and softer, whatever the page plays. */
function hearSpeaker(): void {
  const context = new AudioContext()
  const microphone = context.createMediaStreamDestination()
  const connect = (played: MediaStream) =>
    context
      .createMediaStreamSource(played)
      .connect(new DelayNode(context, { delayTime: 0.2 }))
      .connect(new GainNode(context, { gain: 0.1 }))
      .connect(microphone)
  globalThis.Audio = class extends Audio {
    override play(): Promise<void> {
      if (this.srcObject instanceof MediaStream) connect(this.srcObject)
      return super.play()
    }
  }
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wanted) =>
    wanted?.audio ? microphone.stream.clone() : ask(wanted)
}

/** Runs in the page: how often the meter and the bars are drawn anew meanwhile. */
async function movesIn(ms: number): Promise<{ level: number; spectrum: number }> {
  const moves = { level: 0, spectrum: 0 }
  const watch = (selector: string, of: keyof typeof moves) => {
    const element = document.querySelector(selector)
    const observer = new MutationObserver(() => void moves[of]++)
    if (element) observer.observe(element, { attributes: true })
    return observer
  }
  const observers = [watch('[role=meter]', 'level'), watch('.check__voiced', 'spectrum')]
  await new Promise((resolve) => setTimeout(resolve, ms))
  for (const observer of observers) observer.disconnect()
  return moves
}
