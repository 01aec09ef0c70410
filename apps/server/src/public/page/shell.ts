import { html, type Content, type Markup } from './markup.ts'
import { SIGN } from './icons.ts'
import type { PageWords } from './pageWords.ts'

/** What every page knows of where it stands. */
export type Place = {
  readonly i18n: PageWords
  /** The style sheet of the build; none where no client was built. */
  readonly style: string | undefined
  /** The languages in which the page itself speaks. */
  readonly speaks: readonly PageWords[]
  /** As readers dial it; none where it is not known for certain. */
  readonly origin: string | undefined
  /** The path of the page, without what was asked of it. */
  readonly path: string
  /** What was asked of it: the language of the page, and that of the texts. */
  readonly asked: { readonly page: string | undefined; readonly in: string | undefined }
  /** Who runs the server. */
  readonly name: string | undefined
}

/** What a page is, for those who link to it. */
export type About = {
  readonly title: Content
  readonly description?: Content
  /** The path of a picture. */
  readonly picture?: string | undefined
  readonly isArticle?: boolean
}

/** A whole page. Nothing in it is a script, and nothing is loaded from elsewhere. */
export function page(
  place: Place,
  about: About,
  { aside, main }: { aside?: Content; main: Content },
): Markup {
  const { i18n, style } = place
  return html`<!doctype html>
    <html lang="${i18n.language}" dir="${i18n.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${about.title} · Parley</title>
        ${style && html`<link rel="stylesheet" href="${style}" />`}
        <link rel="icon" href="/icon.svg" />
        <link rel="alternate" type="application/atom+xml" title="Atom" href="/public/feed.atom" />
        <link
          rel="alternate"
          type="application/feed+json"
          title="JSON Feed"
          href="/public/feed.json"
        />
        ${previews(place, about)}
      </head>
      <body>
        <div class="np">
          <header class="np__top">
            <a class="brand" href="/public">${SIGN}${i18n._('Parley')}</a>${aside}
          </header>
          <main>${main}</main>
          ${footer(place)}
        </div>
      </body>
    </html> `
}

/** Open Graph: what other sites show of a link to it. */
function previews({ i18n, origin, path, name }: Place, about: About): Markup {
  const { title, description, picture, isArticle = false } = about
  const dialled = origin === undefined ? undefined : `${origin}${path}`
  return html`${description && html`<meta name="description" content="${description}" />`}
    <meta property="og:title" content="${title}" />
    <meta property="og:type" content="${isArticle ? 'article' : 'website'}" />
    <meta property="og:site_name" content="${name ?? 'Parley'}" />
    <meta property="og:locale" content="${i18n.language}" />
    ${description && html`<meta property="og:description" content="${description}" />`}
    ${dialled && html`<link rel="canonical" href="${dialled}" /><meta property="og:url" content="${dialled}" />`}
    ${origin && picture && html`<meta property="og:image" content="${origin}${picture}" />`}`
}

function footer(place: Place): Markup {
  const { i18n, speaks, name, asked } = place
  return html`<footer class="foot">
    <p>
      ${i18n._('This server shows what it was given. What is proven, the signatures prove, and anybody can check them.')}${name && html` ${i18n._('It is run by {name}.', { name })}`}
    </p>
    <nav class="tongues" aria-label="${i18n.t('Language of this page')}">
      ${speaks.map(
        (other) =>
          html`<a
            href="${address(place, { ...asked, page: other.language })}"
            lang="${other.language}"
            hreflang="${other.language}"
            ${current(other.language === i18n.language)}
            >${other.name}</a
          >`,
      )}
    </nav>
  </footer>`
}

/** The address of this page in other languages. */
export function address({ path }: Pick<Place, 'path'>, asked: Place['asked']): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value)
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

/** Marks the one of several links that leads to where one is. */
export function current(is: boolean): Markup | false {
  return is && html` aria-current="true"`
}
