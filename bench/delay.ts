import { setTimeout as after } from 'node:timers/promises'
import { setStage, type Sitter } from '../e2e/stage.ts'
import { framesOf, noteFramesOf } from './browser/frameLog.ts'
import { come, goInTalking } from './browser/people.ts'
import { note, notedBy, NOTHING } from './browser/watch.ts'
import { curveOf } from './delays/curves.ts'
import { glassToGlass, workerTimes } from './delays/pairs.ts'
import { lagMs } from './delays/lag.ts'
import { progress } from './progress.ts'
import { round, spreadOf, type Results } from './report/spread.ts'

const WINDOWS = 4
const WINDOW_MS = 4000
/** How long the bandwidth is estimated and buffers settle before anything is measured. */
const SETTLE_MS = 20_000
const SPEAKER = { place: 0, tone: 0 }

type Two = { speaker: Sitter; hearer: Sitter }

/**
 * How long picture and sound are under way between two real browsers, and how much of it is encryption: a
 * frame's time in the real sending and the real receiving worker. Each figure is the median of a window.
 * Sound comes first and by itself: what notes pictures and frames keeps processors from being in time, and
 * the hearer's buffer grows for that.
 */
export async function delay(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts)
  const how = { parts, noting: NOTHING, withFrames: true }
  const speaker = await come(stage, { place: SPEAKER.place, ...how })
  const hearer = await come(stage, { place: 2, ...how })
  for (const one of [speaker, hearer]) {
    await goInTalking(one)
    await noteFramesOf(one.page, false)
  }
  await after(SETTLE_MS)
  const mouthToEar = await measureSound({ speaker, hearer })
  return { ...(await measurePictures({ speaker, hearer })), mouthToEarMs: spreadOf(mouthToEar) }
}

async function measureSound({ speaker, hearer }: Two): Promise<number[]> {
  await note(speaker.page, { ...NOTHING, own: true })
  await note(hearer.page, { ...NOTHING, others: true })
  const lags: number[] = []
  for (let window = 0; window < WINDOWS; window++) {
    await after(WINDOW_MS)
    const [said, heard] = await Promise.all([notedBy(speaker.page), notedBy(hearer.page)])
    const mouth = curveOf(
      said.sounds.filter(({ isOwn }) => isOwn),
      SPEAKER.tone,
    )
    const lag = lagMs(
      mouth,
      curveOf(
        heard.sounds.filter(({ isOwn }) => !isOwn),
        SPEAKER.tone,
      ),
    )
    progress(JSON.stringify({ ear: lag }))
    if (lag !== undefined) lags.push(lag)
  }
  return lags
}

async function measurePictures({ speaker, hearer }: Two): Promise<Results> {
  for (const { page } of [speaker, hearer]) {
    await note(page, { ...NOTHING, pictures: 'all' })
    await noteFramesOf(page, true)
  }
  const glass: number[] = []
  const added: number[] = []
  const slowest: number[] = []
  await after(WINDOW_MS)
  await Promise.all([speaker, hearer].flatMap(({ page }) => [notedBy(page), framesOf(page)]))
  for (let window = 0; window < WINDOWS; window++) {
    await after(WINDOW_MS)
    const [said, heard] = await Promise.all([notedBy(speaker.page), notedBy(hearer.page)])
    const [sent, received] = await Promise.all([framesOf(speaker.page), framesOf(hearer.page)])
    glass.push(median(glassToGlass(said.pictures, heard.pictures, SPEAKER.place)))
    const times = workerTimes(sent, received).toSorted((a, b) => a - b)
    added.push(median(times))
    slowest.push(times[Math.floor(times.length * 0.99)] ?? Number.NaN)
    progress(JSON.stringify({ glass: glass.at(-1), added: added.at(-1), frames: times.length }))
  }
  return {
    glassToGlassMs: spreadOf(glass),
    addedByEncryptionMs: spreadOf(added),
    addedByEncryptionP99Ms: spreadOf(slowest),
  }
}

function median(values: readonly number[]): number {
  return spreadOf(values.map(round)).median
}
