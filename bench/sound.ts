import { setTimeout as after } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { soundsPlayedIn, type Played } from '../e2e/media/hear.ts'
import { tonesMicrophone } from '../e2e/media/microphones.ts'
import { joinFrom, setStage, type Stage } from '../e2e/stage.ts'
import { speakAsHeard } from './browser/inPage/speakAsHeard.ts'
import { come, goInTalking } from './browser/people.ts'
import { NOTHING } from './browser/watch.ts'
import { progress } from './progress.ts'
import { round, spreadOf, type Results, type Spread } from './report/spread.ts'
import { BAND_HZ, bandOf, strengthOf, worstDb, type Band } from './sounds/band.ts'
import { kbitsBetween, sentBy } from './sounds/sent.ts'
import { noteWays, waysOf, type Three, type Ways } from './sounds/ways.ts'

const WINDOWS = 3
const WINDOW_MS = 3000
const STRETCHES = 3
/** How long the bandwidth is estimated and buffers settle before anything is measured. */
const SETTLE_MS = 5000
/** A principal of the one side; of the other who listens, and their interpreter. */
const [SPEAKER, LISTENER, INTERPRETER] = [0, 2, 3] as const

/**
 * What becomes of sound over two hops: from the speaker to the interpreter's ears, and from a microphone that
 * repeats what those are given to a listener, who has the floor and the speaker's picture beside it.
 */
export async function sound(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, {
    seatAt: (place) => ({
      role: place === INTERPRETER ? 'interpreter' : 'principal',
      languages: place === SPEAKER ? ['sw'] : ['fr'],
    }),
  })
  const three = await threeInCall(stage, parts)
  await after(SETTLE_MS)
  const floor = loudest(await soundsPlayedIn(three.listener.page)).track
  await three.interpreter.page.getByRole('button', { name: /^Open my microphone/ }).click()
  await after(SETTLE_MS / 2)
  return {
    ...(await measureBand(three.listener.page, floor)),
    ...(await measureWays(three, floor)),
  }
}

async function threeInCall(stage: Stage, parts: AsyncDisposableStack): Promise<Three> {
  const how = { parts, noting: NOTHING }
  const microphone = await tonesMicrophone(BAND_HZ)
  const speaker = await come(stage, { place: SPEAKER, microphone, before: saysNoEcho, ...how })
  const listener = await come(stage, { place: LISTENER, ...how })
  const interpreter = await come(stage, {
    place: INTERPRETER,
    prepare: async (context) => void (await context.addInitScript(speakAsHeard)),
    ...how,
  })
  await goInTalking(speaker)
  await joinFrom(listener)
  await interpreter.page.getByRole('button', { name: 'Join', exact: true }).click()
  for (const { page } of [listener, interpreter])
    await page.getByRole('button', { name: /^Camera (on|starts)/ }).click()
  return { speaker, interpreter, listener }
}

/** As a technician does at a rehearsal with headphones, or with a room's own system. */
async function saysNoEcho(page: Page): Promise<void> {
  await page.getByText('a room system that takes out echo').click()
}

/** How even the band is at the listener, over the floor and over two hops. */
async function measureBand(page: Page, floor: string): Promise<Results> {
  const [oneHop, twoHops]: [Band[], Band[]] = [[], []]
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    const sounds = await soundsPlayedIn(page)
    oneHop.push(bandOf(loudest(sounds.filter(({ track }) => track === floor))))
    twoHops.push(bandOf(loudest(sounds.filter(({ track }) => track !== floor))))
    progress(JSON.stringify({ oneHop: lineOf(oneHop), twoHops: lineOf(twoHops) }))
  }
  return {
    worstDb: spreadOf(twoHops.map(worstDb)),
    worstOneHopDb: spreadOf(oneHop.map(worstDb)),
    db: Object.fromEntries(
      BAND_HZ.map((hz) => [hz, spreadOf(twoHops.map((band) => band.get(hz) ?? Number.NaN))]),
    ),
  }
}

/** First the picture beside the sound of the floor, then all ways of sound, since noting pictures makes buffers grow. */
async function measureWays(three: Three, floor: string): Promise<Results> {
  const { page } = three.interpreter
  const ears = await page.evaluate(() => String(Reflect.get(globalThis, 'earsTrack')))
  const windowsOf = async (what: 'sync' | 'ways'): Promise<Ways[]> => {
    const all: Ways[] = []
    await noteWays(three, what)
    // What was noted before the pages had settled to it does not count.
    for (let window = -1; window < WINDOWS; window++) {
      await after(WINDOW_MS)
      const { picture, ...sounds } = await waysOf(three, { floor, ears })
      progress(JSON.stringify({ picture: median(picture), pictures: picture.length, ...sounds }))
      if (window >= 0) all.push({ picture, ...sounds })
    }
    return all
  }
  const sync = await windowsOf('sync')
  const before = await sentBy(page)
  const ways = await windowsOf('ways')
  return {
    lipSyncMs: spreadOver(sync, ({ picture, floor: heard }) => median(picture) - heard),
    mouthToEarMs: spreadOver(ways, ({ floor: heard }) => heard),
    interpretersPathMs: spreadOver(
      ways,
      ({ toInterpreter, fromInterpreter, floor: heard }) => toInterpreter + fromInterpreter - heard,
    ),
    sentKbits: round(kbitsBetween(before, await sentBy(page))),
  }
}

function spreadOver(all: readonly Ways[], of: (ways: Ways) => number): Spread {
  return spreadOf(all.map(of).filter((one) => Number.isFinite(one)))
}

function loudest(sounds: readonly Played[]): Played {
  const [first] = sounds.toSorted((a, b) => strengthOf(b) - strengthOf(a))
  if (!first) throw new Error('Nothing is played')
  return first
}

function lineOf(bands: readonly Band[]): string {
  return [...(bands.at(-1)?.values() ?? [])].map((db) => db.toFixed(1)).join(' ')
}

function median(values: readonly number[]): number {
  return values.length > 0 ? spreadOf(values).median : Number.NaN
}
