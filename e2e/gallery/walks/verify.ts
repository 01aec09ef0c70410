import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startCopy } from '@parley/server'
import { launchFor } from '../../media/launch.ts'
import { pageAt } from '../../officers.ts'
import { makeReleases, type Releases } from '../../verify/releases.ts'
import type { Look } from './walk.ts'

const WEB = join(import.meta.dirname, '../../../apps/web/dist')

export const VERIFY_SCREENS = ['verify', 'verify proven', 'verify not proven', 'printed verdict']

/** The page that verifies: empty, with files that are proven, and with one that is not. */
export async function walkVerify(parts: AsyncDisposableStack, look: Look): Promise<void> {
  const copy = parts.use(await startCopy({ copyOf: 'https://parley.example', webFolder: WEB }))
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const { files, withOneMissing } = await makeReleases()
  const page = await pageAt(browser, `${copy.url}/verify`)
  await page.getByRole('main').waitFor()
  await look(page, 'verify')
  await choose(page, files)
  await look(page, 'verify proven')
  await look(page, 'printed verdict')
  await choose(page, [{ name: 'clip-1.json', bytes: withOneMissing }])
  await look(page, 'verify not proven')
}

async function choose(page: Page, files: Releases['files']): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
    )
  await page.getByRole('article').first().waitFor()
}
