import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Album } from './album.ts'
import { columnsFor, fileOf, isPrinted, type Language } from './columns.ts'
import { progress } from './progress.ts'

/** Takes the page's picture at each size and in both themes, and leaves its theme as it was. */
export async function photograph(
  page: Page,
  { screen, language, album }: { screen: string; language: Language; album: Album },
): Promise<void> {
  progress(`${screen}, ${language}`)
  const theme = await page.evaluate(() => document.documentElement.dataset['theme'])
  const media = isPrinted(screen) ? 'print' : 'screen'
  await page.emulateMedia({ reducedMotion: 'reduce', media })
  for (const column of columnsFor(screen)) {
    if (column.language !== language) continue
    await page.setViewportSize(column.size)
    await showTheme(page, column.theme)
    const file = fileOf(screen, column)
    await page.screenshot({
      path: join(album.folder, file),
      fullPage: true,
      animations: 'disabled',
    })
    album.add(screen, file)
  }
  await page.emulateMedia({ media: null })
  await showTheme(page, theme)
}

async function showTheme(page: Page, theme: string | undefined): Promise<void> {
  await page.evaluate(async (chosen) => {
    if (chosen !== undefined) document.documentElement.dataset['theme'] = chosen
    await document.fonts.ready
    const pictures = [...document.images].filter(({ loading }) => loading !== 'lazy')
    await Promise.allSettled(pictures.map((picture) => picture.decode()))
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
  }, theme)
}
