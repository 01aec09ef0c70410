import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, test, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { CHROMIUM } from '../media/chromium.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** A browser, and the lab's page built as the web client is. */
export type ClipLab = { readonly open: () => Promise<Page & AsyncDisposable> }

let lab: ClipLab

/** Gives the tests of a file a lab. */
export function setClipStage(): void {
  // Of this file alone: the files that come after it in the same process have parts of their own.
  const parts = new AsyncDisposableStack()
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    lab = await startClipLab(parts)
  })
  test.afterAll(() => parts.disposeAsync())
}

/** A page of the lab of this file's tests. */
export function openLab(): Promise<Page & AsyncDisposable> {
  return lab.open()
}

export async function startClipLab(started: AsyncDisposableStack): Promise<ClipLab> {
  const { url } = started.use(await serveLab(await mkdtemp(join(tmpdir(), 'clip-lab-'))))
  const browser = await chromium.launch(CHROMIUM)
  started.defer(() => browser.close())
  return {
    async open() {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(url)
      await page.waitForFunction('"lab" in window')
      return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() })
    },
  }
}

async function serveLab(outDir: string): Promise<AsyncDisposable & { url: string }> {
  await build({
    root,
    logLevel: 'error',
    configFile: false,
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'esnext', minify: false, assetsInlineLimit: 0 },
  })
  const server = await preview({
    root,
    configFile: false,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const close = async () => {
    const closed = server.close()
    if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections()
    await closed
  }
  const url = server.resolvedUrls?.local[0]
  if (!url) throw new Error('the lab is not served')
  return { url, [Symbol.asyncDispose]: close }
}
