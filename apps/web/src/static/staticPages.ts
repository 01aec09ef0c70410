import { setupI18n, type I18n, type MessageDescriptor, type Messages } from '@lingui/core'
import tokens from '../style/tokens.css?raw'
import script from './static.js?raw'
import style from './static.css?raw'
import { CANNOT_RUN, OFFLINE, type StaticWords } from './staticWords.ts'

const CATALOGUES = import.meta.glob<Messages>('../language/catalogues/**/*.po', {
  eager: true,
  import: 'messages',
})

/** The pages that need nothing else: one file each, in all languages, of which its script shows one. */
export function staticPages(): ReadonlyMap<string, string> {
  const languages = speakers()
  return new Map([
    ['offline.html', pageOf('offline', OFFLINE, languages)],
    ['unfit.html', pageOf('unfit', CANNOT_RUN, languages)],
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

function pageOf(page: 'offline' | 'unfit', words: StaticWords, languages: readonly I18n[]): string {
  const withoutFonts = tokens.replaceAll(/@font-face\s*\{[^}]*\}/g, '')
  return `<!doctype html>
<html lang="en" data-theme="light" data-page="${page}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<title>Parley</title>
<style>${withoutFonts}${style}</style>
</head>
<body>
<header><svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true"><path d="M12.5 4.5a12 12 0 0 0 0 23M19.5 4.5a12 12 0 0 1 0 23M16 12v8"/></svg>Parley</header>
<main>
${languages.map((i18n) => sectionOf(words, i18n)).join('\n')}
</main>
<script>${script}</script>
</body>
</html>
`
}

function sectionOf({ cases, always, button }: StaticWords, i18n: I18n): string {
  const { direction = 'ltr' } = new Intl.Locale(i18n.locale).getTextInfo()
  const say = (said: MessageDescriptor) => escaped(i18n._(said))
  const paragraphs = (said: readonly MessageDescriptor[]) =>
    said.map((one) => `<p>${say(one)}</p>`).join('')
  const shown = Object.entries(cases).map(
    ([name, { title, said }]) =>
      `<div data-case="${name}"><h1>${say(title)}</h1>${paragraphs(said)}</div>`,
  )
  const press = button ? `<button type="button">${say(button)}</button>` : ''
  return `<section lang="${i18n.locale}" dir="${direction}" role="alert">${shown.join('')}${paragraphs(always)}${press}</section>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
