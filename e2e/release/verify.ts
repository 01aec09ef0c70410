import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import type { Bytes } from '@parley/protocol'

/** A file as somebody has it who verifies it. */
export type NamedFile = { readonly name: string; readonly bytes: Bytes }

const parley = join(import.meta.dirname, '../../apps/cli/src/main.ts')

/** The page that verifies, at that server, in a profile of its own. */
export async function verifyPage(browser: Browser, server: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${server}/verify`)
  await page.getByRole('heading', { name: 'Check what was released' }).waitFor()
  return page
}

/** Gives it those files. */
export async function choose(page: Page, files: readonly NamedFile[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
    )
}

/** What `parley verify` says of that, and with which code it ends. */
export async function verify(...what: readonly string[]): Promise<{ code: number; said: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [parley, 'verify', ...what])
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return { code, said: stdout }
  }
}

/** Another letter in the place of one, so that what is text stays text. */
export function flipped(bytes: Bytes, at: number): Bytes {
  return new Uint8Array(bytes.with(at, bytes[at] === 65 ? 66 : 65))
}
