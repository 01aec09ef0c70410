import { setTimeout as after } from 'node:timers/promises'
import { moveOn, openAgenda } from '../e2e/recording/moveOn.ts'
import { enrolAt, setStage, type Sitter } from '../e2e/stage.ts'
import { goInTalking } from './browser/people.ts'
import { browsersS } from './processes/shareOfProcessor.ts'
import { progress } from './progress.ts'
import { round, spreadOf, type Results } from './report/spread.ts'

/** Of each sort, in turns, so that what others do on the machine is in both. */
const WINDOWS = 3
const WINDOW_MS = 15_000
/** How long layers and bandwidth settle before anything is measured. */
const SETTLE_MS = 8000

/**
 * What recording costs the device that does it, in seconds of a processor a minute: of two browsers whose people
 * speak and are seen, while one records both and while it does not.
 */
export async function recording(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, {
    seatsEach: 1,
    recording: 'open-parts',
    seatAt: (place) => ({ role: 'principal', ...(place === 0 && { records: true }) }),
  })
  const recorder = await enrolAt(stage, { place: 0, parts, hasLargeCamera: true })
  const other = await enrolAt(stage, { place: 1, parts, hasLargeCamera: true })
  for (const one of [recorder, other]) await goInTalking(one)
  await moveOn(other, recorder, /Opening/)
  await after(SETTLE_MS)
  const [without, recorded]: [number[], number[]] = [[], []]
  for (let window = 0; window < WINDOWS; window++) {
    without.push(await share())
    await switchRecorder(recorder)
    recorded.push(await share())
    await switchRecorder(recorder)
    progress(`${without.at(-1)} s a minute, and ${recorded.at(-1)} while one records`)
  }
  return {
    bothSecondsPerMinute: spreadOf(without),
    bothWhileOneRecordsSecondsPerMinute: spreadOf(recorded),
  }
}

/** What all browsers take of a processor, in seconds a minute. */
async function share(): Promise<number> {
  const [beforeS, fromMs] = [browsersS(), performance.now()]
  await after(WINDOW_MS)
  const minutes = (performance.now() - fromMs) / 60_000
  return round((browsersS() - beforeS) / minutes)
}

async function switchRecorder(one: Sitter): Promise<void> {
  const { page } = one
  await openAgenda(one)
  const button = page.getByRole('button', { name: 'This device records open parts' })
  const wasOn = (await button.getAttribute('aria-pressed')) === 'true'
  await button.click()
  await page.getByText(wasOn ? 'It records nothing.' : /^It records\. /).waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
}
