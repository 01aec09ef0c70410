import type { Page } from '@playwright/test'
import { readStamp } from '../../e2e/media/stamp.ts'
import { notePage, type Noted } from './inPage/notePage.ts'

/** A picture that a page showed, in milliseconds since the Unix epoch. */
export type SeenPicture = {
  person: number
  frame: number
  shownMs: number
  /** When its camera took it: of one's own picture the browser says so. */
  takenMs: number | undefined
}

/** Ten milliseconds of a sound: when they came, by the sound's own clock, and their samples' power at each pilot tone. */
type HeardChunk = { atMs: number; arrivedMs: number; level: number; powers: number[] }

/** A track that was heard, its chunks in order; one's own microphone, or another's as it is played. */
export type HeardSound = { track: string; isOwn: boolean; chunks: HeardChunk[] }

/** What a page notes. Noting takes processor time from what is measured: nothing is noted that is not asked. */
export type Noting = {
  /** All, every fifth, or the first ten of each source. */
  pictures: 'all' | 'some' | 'first' | 'none'
  /** Of one's own microphone, and of the others as it is played. */
  own: boolean
  others: boolean
}

export const NOTHING: Noting = { pictures: 'none', own: false, others: false }

/** Has every page that the tab opens from now on note what it shows and plays, and when Join was pressed. */
export async function watchPage(page: Page, noting: Noting): Promise<void> {
  const tones = [0, 1, 2, 3].map((person) => 1000 + 300 * person)
  await page.addInitScript(notePage, { tones, noting })
}

/** Has a page note something else from now on. */
export async function note(page: Page, noting: Noting): Promise<void> {
  await page.evaluate(
    (now) => (Reflect.get(globalThis, 'note') as (now: Noting) => void)(now),
    noting,
  )
}

/** What was noted since it was asked last. */
export async function notedBy(
  page: Page,
): Promise<{ clickedMs: number; pictures: SeenPicture[]; sounds: HeardSound[] }> {
  const noted = await page.evaluate(() => {
    const all = Reflect.get(globalThis, 'noted') as Noted
    const sounds = all.sounds.map((sound) => ({ ...sound, chunks: sound.chunks.splice(0) }))
    return { clickedMs: all.clickedMs, pictures: all.pictures.splice(0), sounds }
  })
  const pictures = noted.pictures.flatMap(({ data, shownMs, takenMs }) => {
    const stamp = readStamp({ data: Uint8Array.fromBase64(data), width: 128, height: 16 })
    return stamp ? [{ ...stamp, shownMs, takenMs }] : []
  })
  return { ...noted, pictures }
}
