import { setupI18n, type I18n, type MessageDescriptor, type Messages } from '@lingui/core'
import scripts from '../style/scripts.css?raw'
import tokens from '../style/tokens.css?raw'
import script from './static.js?raw'
import style from './static.css?raw'
import { CANNOT_RUN, OFFLINE, type StaticWords } from './staticWords.ts'

const CATALOGUES = import.meta.glob<Messages>('../language/catalogues/**/*.po', {
  eager: true,
  import: 'messages',
})

/** As on the banners of the other pages: a caution, or what stops. */
const ICONS = {
  offline:
    'M21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01',
  unfit:
    'M12 16h.01M12 8v4M15.312 2a2 2 0 0 1 1.414.586l4.688 4.688A2 2 0 0 1 22 8.688v6.624a2 2 0 0 1-.586 1.414l-4.688 4.688a2 2 0 0 1-1.414.586H8.688a2 2 0 0 1-1.414-.586l-4.688-4.688A2 2 0 0 1 2 15.312V8.688a2 2 0 0 1 .586-1.414l4.688-4.688A2 2 0 0 1 8.688 2z',
} as const

/**
 * The pages that need nothing else: one file each, in all languages, of which its script shows one. `fonts` are
 * the addresses of the letters that they are set in where the browser has them.
 */
export function staticPages(fonts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const languages = speakers()
  const letters = `${tokens}${scripts}`.replaceAll(/url\(["']fonts\/([^"']+)["']\)/g, (_, name) => {
    const address = fonts.get(name)
    if (address === undefined) throw new Error(`${name} is no letter of the other pages`)
    return `url("${address}")`
  })
  return new Map([
    ['offline.html', pageOf('offline', OFFLINE, { languages, letters })],
    ['unfit.html', pageOf('unfit', CANNOT_RUN, { languages, letters })],
  ])
}

/** English first: it is what shows where no script runs. */
function speakers(): readonly I18n[] {
  const words = new Map<string, Messages>()
  for (const [path, messages] of Object.entries(CATALOGUES)) {
    const [, language] = /catalogues\/(\w+)/.exec(path) ?? []
    if (language) words.set(language, { ...words.get(language), ...messages })
  }
  return [...words]
    .toSorted(([a], [b]) => Number(b === 'en') - Number(a === 'en'))
    .map(([locale, messages]) => setupI18n({ locale, messages: { [locale]: messages } }))
}

function pageOf(
  page: keyof typeof ICONS,
  words: StaticWords,
  { languages, letters }: { languages: readonly I18n[]; letters: string },
): string {
  return `<!doctype html>
<html lang="en" data-theme="light" data-page="${page}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<title>Parley</title>
<style>${letters}${style}</style>
</head>
<body>
<header><svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true"><path d="M12.5 4.5a12 12 0 0 0 0 23M19.5 4.5a12 12 0 0 1 0 23M16 12v8"/></svg>Parley</header>
<main>
${languages.map((i18n) => sectionOf(words, { i18n, icon: ICONS[page] })).join('\n')}
</main>
<script>${script}</script>
</body>
</html>
`
}

function sectionOf(
  { cases, always, button }: StaticWords,
  { i18n, icon }: { i18n: I18n; icon: string },
): string {
  const { direction = 'ltr' } = new Intl.Locale(i18n.locale).getTextInfo()
  const say = (said: MessageDescriptor) => escaped(i18n._(said))
  const paragraphs = (said: readonly MessageDescriptor[]) =>
    said.map((one) => `<p>${say(one)}</p>`).join('')
  const shown = Object.entries(cases).map(
    ([name, { title, said }]) =>
      `<div data-case="${name}"><h1>${say(title)}</h1>${paragraphs(said)}</div>`,
  )
  const press = button ? `<button type="button">${say(button)}</button>` : ''
  return `<section lang="${i18n.locale}" dir="${direction}" role="alert"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${icon}"/></svg><div>${shown.join('')}${paragraphs(always)}${press}</div></section>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
