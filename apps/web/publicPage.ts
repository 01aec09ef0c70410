import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import type { Plugin, Rolldown } from 'vite'
import { LANGUAGES } from './src/language/languages.ts'

/** The style sheets of the public page, in their order. */
const PARTS = [
  'base',
  'sheet',
  'clip',
  'accounts',
  'differences',
  'check',
  'calls',
  'phone',
  'paper',
]
const STYLES = [
  'style/tokens.css',
  'style/scripts.css',
  ...PARTS.map((name) => `static/public/${name}.css`),
]

/** The part of the catalogues that has its words. */
const AREA = 'public'

/**
 * Writes what the server makes its public pages with: a style sheet, and `public-page.json` with its address, the
 * languages and their words. The pages themselves are the server's.
 */
export function publicPage(root: string): Plugin {
  return {
    name: 'public-page',
    apply: 'build',
    async generateBundle(_, bundle) {
      const { style, words } = await makePublicPage(root, fontsIn(bundle))
      const hash = createHash('sha256').update(style).digest('base64url').slice(0, 8)
      const fileName = `assets/public-${hash}.css`
      this.emitFile({ type: 'asset', fileName, source: style })
      const source = JSON.stringify({ style: `/${fileName}`, languages: LANGUAGES, words })
      this.emitFile({ type: 'asset', fileName: 'public-page.json', source })
    },
  }
}

/** The style sheet, and by language the words as they are read at run time. `fonts` are the addresses of letters by their file. */
export async function makePublicPage(
  root: string,
  fonts: ReadonlyMap<string, string>,
): Promise<{ style: string; words: Record<string, Record<string, unknown>> }> {
  const sheets = STYLES.map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  const style = byPreference(sheets.join('\n')).replaceAll(
    /url\(["']fonts\/([^"']+)["']\)/g,
    (_, name: string) => {
      const address = fonts.get(name)
      if (address === undefined) throw new Error(`${name} is no letter of the other pages`)
      return `url("${address}")`
    },
  )
  return { style, words: await wordsOf(root) }
}

/** No script chooses a theme there: the dark one is for whoever prefers it, and never for paper. */
function byPreference(style: string): string {
  const dark = /\[data-theme="dark"\] \{(.*?)\n\}/s
  const [, inside] = dark.exec(style) ?? []
  if (inside === undefined) throw new Error('The tokens have no dark theme')
  return style.replace(
    dark,
    () => `@media screen and (prefers-color-scheme: dark) {\n:root {${inside}\n}\n}`,
  )
}

async function wordsOf(root: string): Promise<Record<string, Record<string, unknown>>> {
  const catalogues = await getCatalogs(getConfig({ cwd: root }))
  const catalogue = catalogues.find(({ path }) => basename(path) === AREA)
  if (!catalogue) throw new Error(`There is no part “${AREA}”`)
  const languages = Object.keys(LANGUAGES).map(async (language) => {
    const { messages } = await catalogue.getTranslations(language, {
      fallbackLocales: {},
      sourceLocale: 'en',
    })
    const { source, errors } = createCompiledCatalog(language, messages, { namespace: 'json' })
    if (errors.length > 0) throw new Error(`The words of ${language} cannot be read`)
    const read = JSON.parse(source) as { messages: Record<string, unknown> }
    return [language, read.messages] as const
  })
  return Object.fromEntries(await Promise.all(languages))
}

/** The letters of the other pages, by the names of their files in the source. */
function fontsIn(bundle: Rolldown.OutputBundle): ReadonlyMap<string, string> {
  const fonts = new Map<string, string>()
  for (const { type, fileName, ...file } of Object.values(bundle))
    if (type === 'asset' && 'originalFileNames' in file && fileName.endsWith('.woff2'))
      for (const name of file.originalFileNames) fonts.set(basename(name), `/${fileName}`)
  return fonts
}
