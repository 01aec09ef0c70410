import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build, type Rolldown } from 'vite'
import { flagFiles } from '../../apps/web/flags.ts'
import { macros } from '../../apps/web/macros.ts'

const ORIGIN = 'http://samples.test'

/** The states of a call that the page of samples can show, and those of the pages around one, by name. */
type Samples = { readonly calls: readonly string[]; readonly pages: readonly string[] }

/** Opens the page of samples, built from the sources. */
export async function openSamples(page: Page): Promise<Samples> {
  const files = await buildSamples()
  await page.route(`${ORIGIN}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    const body = name === '' ? pageOf(files) : files.get(name)
    if (body === undefined) return route.fulfill({ status: 404 })
    const contentType = TYPES[/\.\w+$/.exec(name)?.[0] ?? '.html']
    return route.fulfill({ body: Buffer.from(body), ...(contentType ? { contentType } : {}) })
  })
  await page.goto(ORIGIN)
  const body = page.locator('body[data-states]')
  const named = async (what: string) =>
    JSON.parse((await body.getAttribute(`data-${what}`)) ?? '[]') as string[]
  return { calls: await named('states'), pages: await named('pages') }
}

/** Has the page of samples speak that language, in words as they are. */
export async function speakSamples(page: Page, language: string): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('parley-language', chosen), language)
  await page.goto(`${ORIGIN}/?plain`)
  await page.locator('body[data-states]').waitFor()
}

/** Shows that state, and resolves once it is drawn. */
export async function showSample(page: Page, state: string): Promise<void> {
  await page.evaluate((name) => (location.hash = encodeURIComponent(name)), state)
  await page.locator(`body[data-shown=${JSON.stringify(state)}]`).waitFor()
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

async function buildSamples(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = (await build({
    root: join(import.meta.dirname, '../../apps/web'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [macros(), flagFiles()],
    build: {
      write: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: 'src/samples/main.tsx',
        output: { entryFileNames: 'main.js' },
      },
    },
  })) as Rolldown.RolldownOutput
  return new Map(
    built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  )
}

function pageOf(files: ReadonlyMap<string, unknown>): string {
  const styles = [...files.keys()]
    .filter((name) => name.endsWith('.css'))
    .map((name) => `<link rel="stylesheet" href="/${name}">`)
  return `<!doctype html><html data-theme="dark"><head><title>Parley</title><meta name="viewport" content="width=device-width">${styles.join('')}</head><body><div id="root"></div><script type="module" src="/main.js"></script></body></html>`
}
