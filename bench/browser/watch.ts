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
export type HeardSound = { isOwn: boolean; chunks: HeardChunk[] }

/** Has every page that the tab opens from now on note what it shows and plays, and when Join was pressed. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(notePage, { tones: [0, 1, 2, 3].map((person) => 1000 + 300 * person) })
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
