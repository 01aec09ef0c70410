import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext } from '@playwright/test'

/** Around everything that comes from a catalogue. */
export const PADDING = { from: '⟦', to: '⟧' } as const
/** What a language may take more room than English. */
const LONGER = 0.4

type Token = string | Message | { [form: string]: Message | number | string }
type Message = string | Token[]

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

async function englishWords(area: string): Promise<Record<string, Message>> {
  const assets = join(import.meta.dirname, '../../apps/web/dist/assets')
  const [file] = globSync(`words-en-${area}-*.js`, { cwd: assets })
  if (!file) throw new Error(`There are no English words for ${area}`)
  const { messages } = await import(pathToFileURL(join(assets, file)).href)
  return messages as Record<string, Message>
}

function padMessage(message: Message): Message {
  const padding = ' ' + '~'.repeat(Math.max(1, Math.ceil(lengthOf(message) * LONGER)))
  const words = padding.replaceAll(/~{8}(?=~)/g, '$& ').replace(/^ (~{1,4})$/, '$1')
  return [PADDING.from, ...(typeof message === 'string' ? [message] : message), words, PADDING.to]
}

/** The letters that are shown, of the longest form where there are several. */
function lengthOf(token: Token): number {
  if (typeof token === 'string') return token.replaceAll(/<\/?\d+\/?>/g, '').length
  if (!Array.isArray(token)) return 0
  return token.reduce((sum, part) => sum + (isForms(part) ? longestOf(part) : lengthOf(part)), 0)
}

/** A placeholder with the forms between which its value chooses. */
function isForms(part: Token): part is [string, string, { [form: string]: Message }] {
  return Array.isArray(part) && typeof part[2] === 'object' && !Array.isArray(part[2])
}

function longestOf([, , forms]: [string, string, { [form: string]: Message }]): number {
  return Math.max(
    ...Object.values(forms).map((form) =>
      typeof form === 'object' || typeof form === 'string' ? lengthOf(form) : 0,
    ),
  )
}
