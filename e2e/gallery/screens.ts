import type { Page } from '@playwright/test'
import { speak } from '../speak.ts'
import { SCREENS, walkScreens } from '../walk.ts'
import type { Album } from './album.ts'
import { LANGUAGES, type Language } from './columns.ts'
import { photograph } from './photograph.ts'
import { reach } from './reach.ts'
import { DESK_SCREENS, walkDesks } from './walks/desks.ts'
import { PAGE_SCREENS, walkPages } from './walks/pages.ts'
import { READOUT_SCREENS, walkReadouts } from './walks/readouts.ts'
import { SEAT_SCREENS, walkSeats } from './walks/seats.ts'
import { VERIFY_SCREENS, walkVerify } from './walks/verify.ts'
import type { Walk } from './walks/walk.ts'

const SIZE = { width: 1440, height: 900 } as const

/** On the way of two officers and a person who joins, and off it. */
const WALKS: readonly Walk[] = [
  { screens: SCREENS, walk: walkScreens },
  { screens: PAGE_SCREENS, walk: walkPages },
  { screens: DESK_SCREENS, walk: walkDesks },
  { screens: READOUT_SCREENS, walk: walkReadouts },
  { screens: SEAT_SCREENS, walk: walkSeats },
  { screens: VERIFY_SCREENS, walk: walkVerify },
]

/** The names of all screens that are walked to. */
export const WALKED = WALKS.flatMap(({ screens }) => screens)

/** Takes pictures of the screens that are asked for, on as few ways as lead to them. */
export async function photographScreens(album: Album): Promise<void> {
  for (const { screens, walk } of WALKS) {
    const asked = album.open(screens)
    if (asked.length === 0) continue
    // oxlint-disable-next-line no-await-in-loop -- one way after the other
    await reach(album, `The way to ${asked.join(', ')} ended early`, async () => {
      await using parts = new AsyncDisposableStack()
      await walk(parts, async (page, screen) => {
        if (!album.isAskedFor(screen)) return
        await reach(album, screen, () => inEachLanguage(page, screen, album))
        await speakAt(page, 'en')
        await page.setViewportSize(SIZE)
      })
    })
  }
}

async function inEachLanguage(page: Page, screen: string, album: Album): Promise<void> {
  for (const language of LANGUAGES) {
    await speakAt(page, language)
    await photograph(page, { screen, language, album })
  }
}

/** A page that stands by itself chooses its language when it is loaded. */
async function speakAt(page: Page, language: Language): Promise<void> {
  const standsAlone = (await page.locator('html[data-page]').count()) > 0
  if (!standsAlone) return speak(page, language)
  await page.evaluate((chosen) => localStorage.setItem('parley-language', chosen), language)
  await page.reload()
}
