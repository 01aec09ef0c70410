import type { Page } from '@playwright/test'
import { speak } from '../speak.ts'
import { SCREENS, walkScreens } from '../walk.ts'
import type { Album } from './album.ts'
import { LANGUAGES } from './columns.ts'
import { photograph } from './photograph.ts'
import { reach } from './reach.ts'

const SIZE = { width: 1440, height: 900 } as const

/** Takes pictures of the screens on the way of two officers and a person who joins. */
export async function photographScreens(album: Album): Promise<void> {
  if (album.open(SCREENS).length === 0) return
  await reach(album, 'The walk through the screens ended early', async () => {
    await using parts = new AsyncDisposableStack()
    await walkScreens(parts, async (page, screen) => {
      if (!album.isAskedFor(screen)) return
      await reach(album, screen, () => inEachLanguage(page, screen, album))
      await speak(page, 'en')
      await page.setViewportSize(SIZE)
    })
  })
}

async function inEachLanguage(page: Page, screen: string, album: Album): Promise<void> {
  for (const language of LANGUAGES) {
    await speak(page, language)
    await photograph(page, { screen, language, album })
  }
}
