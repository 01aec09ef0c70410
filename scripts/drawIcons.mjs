import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const folder = join(import.meta.dirname, '../apps/web/public/icons')

/** How much of its square the mark fills. A mask may cut off all but the circle of four fifths in the middle. */
const FULL = 0.72
const WITHIN_A_MASK = 0.5

const ICONS = [
  { name: 'parley-180', size: 180, fills: FULL, radius: 0 },
  { name: 'parley-192', size: 192, fills: FULL, radius: 0.12 },
  { name: 'parley-512', size: 512, fills: FULL, radius: 0.12 },
  { name: 'parley-maskable-512', size: 512, fills: WITHIN_A_MASK, radius: 0 },
]

mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'parley.svg'), `${drawing({ fills: FULL, radius: 0.12 })}\n`)
const executablePath = process.env['PARLEY_CHROMIUM']
await using browser = await chromium.launch(executablePath ? { executablePath } : {})
const page = await browser.newPage()
for (const { name, size, fills, radius } of ICONS) {
  await page.setViewportSize({ width: size, height: size })
  const source = encodeURIComponent(drawing({ fills, radius }))
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml,${source}">`,
  )
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true })
}

/**
 * The mark of the product in ink on paper.
 * @param {{ fills: number, radius: number }} as
 */
function drawing({ fills, radius }) {
  const scale = (100 * fills) / 26
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" rx="${100 * radius}" fill="#F1F3F0"/><g transform="translate(50 50) scale(${scale.toFixed(4)}) translate(-16 -16)" fill="none" stroke="#15202B" stroke-width="3" stroke-linecap="round"><path d="M12.5 4.5a12 12 0 0 0 0 23M19.5 4.5a12 12 0 0 1 0 23M16 12v8"/></g></svg>`
}
