import { setTimeout as after } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { progress } from '../progress.ts'
import { round } from '../report/spread.ts'
import { notedBy, type HeardSound, type SeenPicture } from './watch.ts'

/** How long others may take to be seen and heard. */
const PATIENCE_MS = 20_000
const BETWEEN_LOOKS_MS = 250
/** From this level on others are heard: minus 50 dB of full scale. */
const AUDIBLE = 0.003

/** A person at a page: whose picture it is that carries this number. */
export type AtPage = { readonly place: number; readonly page: Page }

/** From the press, in milliseconds: the first picture and sound of another, and when the last of the others sees the newcomer. */
export type Arrival = { firstPictureMs: number; firstSoundMs: number; seenByOthersMs: number }

/** Presses, and sees how long it takes. Nothing if somebody was not seen or heard in time. */
export async function arrive(
  { page, place }: AtPage,
  others: readonly AtPage[],
  press: () => Promise<void>,
): Promise<Arrival | undefined> {
  await Promise.all(others.map((other) => notedBy(other.page)))
  await press()
  let clickedMs = Number.NaN
  let [picture, sound]: (number | undefined)[] = []
  const seen = new Map<AtPage, number>()
  for (const untilMs = Date.now() + PATIENCE_MS; Date.now() < untilMs;) {
    await after(BETWEEN_LOOKS_MS)
    const noted = await notedBy(page)
    clickedMs = noted.clickedMs
    picture ??= firstOf(noted.pictures, (person) => person !== place)
    sound ??= firstHeard(noted.sounds)
    for (const other of others) {
      const { pictures } = await notedBy(other.page)
      const at = firstOf(pictures, (person) => person === place)
      if (at !== undefined && !seen.has(other)) seen.set(other, at)
    }
    if (picture !== undefined && sound !== undefined && seen.size === others.length) break
  }
  if (picture === undefined || sound === undefined || seen.size < others.length) {
    progress(`not there in time: ${JSON.stringify({ picture, sound, seenBy: seen.size })}`)
    return undefined
  }
  return {
    firstPictureMs: round(picture - clickedMs),
    firstSoundMs: round(sound - clickedMs),
    seenByOthersMs: round(Math.max(...seen.values()) - clickedMs),
  }
}

function firstOf(
  pictures: readonly SeenPicture[],
  of: (person: number) => boolean,
): number | undefined {
  return pictures.find(({ person }) => of(person))?.shownMs
}

function firstHeard(sounds: readonly HeardSound[]): number | undefined {
  const heard = sounds
    .filter(({ isOwn }) => !isOwn)
    .flatMap(({ chunks }) => chunks.filter(({ level }) => level > AUDIBLE).slice(0, 1))
  return heard.length > 0 ? Math.min(...heard.map(({ arrivedMs }) => arrivedMs)) : undefined
}
