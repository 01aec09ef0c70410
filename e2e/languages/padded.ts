import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext } from '@playwright/test'
import { padMessage } from '../../apps/web/src/samples/padMessage.ts'

type Words = Record<string, Parameters<typeof padMessage>[0]>

/** Gives the pages of that context, in the place of French, English words that are padded and 40 % longer. */
export async function padFrench(context: BrowserContext): Promise<void> {
  await context.route(/\/assets\/words-fr-(\w+)-/, async (route) => {
    const [, area] = /words-fr-(\w+)-/.exec(route.request().url()) ?? []
    const padded = Object.entries(await englishWords(area ?? '')).map(([id, message]) => [
      id,
      padMessage(message),
    ])
    const body = `export const messages = ${JSON.stringify(Object.fromEntries(padded))}`
    await route.fulfill({ contentType: 'text/javascript', body })
  })
}

async function englishWords(area: string): Promise<Words> {
  const assets = join(import.meta.dirname, '../../apps/web/dist/assets')
  const [file] = globSync(`words-en-${area}-*.js`, { cwd: assets })
  if (!file) throw new Error(`There are no English words for ${area}`)
  const { messages } = await import(pathToFileURL(join(assets, file)).href)
  return messages as Words
}
