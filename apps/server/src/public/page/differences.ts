import type { Difference, Said } from '@parley/release'
import { isOfAll, languagesOf, type Compared, type ShownAccount } from '../shownAccounts.ts'
import type { PublicCall } from '../publicCall.ts'
import { colourOf } from './accounts.ts'
import { html, type Content, type Markup } from './markup.ts'
import { listOf } from './names.ts'
import type { PageWords } from './pageWords.ts'
import { address, type Place } from './shell.ts'
import { tongue, tongueDirection } from './tongues.ts'

type Parts = {
  readonly place: Place
  readonly i18n: PageWords
  readonly call: PublicCall
  readonly accounts: readonly ShownAccount[]
  readonly compared: Compared
}

/** Where the accounts differ, each difference in a row; or why nothing is marked. */
export function differences(parts: Parts): Content {
  const { i18n, compared } = parts
  switch (compared.is) {
    case 'alone':
      return ''
    case 'languages-differ':
      return section(i18n, languagesDiffer(parts))
    case 'too-long':
      return section(
        i18n,
        html`<p>
          ${i18n._('The accounts are too long to be compared here, so nothing is marked.')}
        </p>`,
      )
    case 'compared':
      return section(i18n, table(compared, parts))
  }
}

function section(i18n: PageWords, body: Content): Markup {
  return html`<section class="diffs" aria-labelledby="differences">
    <h2 id="differences">${i18n._('Where the accounts differ')}</h2>
    ${body}
  </section>`
}

/** Says why, and leads to the languages in which all of them can be read. */
function languagesDiffer({ place, i18n, call }: Parts): Markup {
  const shared = languagesOf(call).filter((tag) => isOfAll(call, tag))
  const links = shared.map(
    (tag) =>
      html`<a href="${address(place, { ...place.asked, in: tag })}" lang="${tag}"
        >${tongue(tag)}</a
      >`,
  )
  return html`<p>
    ${i18n._('The accounts are shown in different languages, so nothing is marked.')}
    ${links.length > 0 && i18n._('All can be read in {languages}.', { languages: listOf(links, i18n) })}
  </p>`
}

function table(compared: Extract<Compared, { is: 'compared' }>, parts: Parts): Markup {
  const { i18n, call, accounts } = parts
  const language = html`<span lang="${compared.language}">${tongue(compared.language)}</span>`
  const how = accounts.some(({ translation }) => translation !== undefined)
    ? i18n._(
        'Marked by comparing the texts, translations among them, word by word in {language}. The marks are ours; the words are theirs.',
        { language },
      )
    : i18n._(
        'Marked by comparing the texts word by word in {language}. The marks are ours; the words are theirs.',
        { language },
      )
  if (compared.differences.length === 0)
    return html`<p>${i18n._('The accounts say the same in the same words.')}</p>
      <p class="caption">${how}</p>`
  const heads = accounts.map(
    ({ side }) =>
      html`<th scope="col" class="${colourOf(side, call)}">
        ${i18n._('{side} writes', { side: side.name })}
      </th>`,
  )
  return html`<table>
      <thead>
        <tr>
          <th scope="col"><span class="sr">${i18n._('Mark')}</span></th>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${compared.differences.map((difference) => row(difference, parts))}
      </tbody>
    </table>
    <p class="caption">${how}</p>`
}

function row({ letter, said }: Difference, { i18n, accounts }: Parts): Markup {
  return html`<tr id="diff-${letter}">
    <th scope="row" class="k">${letter}</th>
    ${accounts.map(({ side, language }, at) => {
      const words = said[at]
      const cell = words
        ? html`<q lang="${language}" dir="${tongueDirection(language)}">${quoted(words)}</q>`
        : html`<span class="caption">${i18n._('Not mentioned')}</span>`
      return html`<td><bdi class="diffs__by">${side.name}</bdi>${cell}</td>`
    })}
  </tr>`
}

/** The sentence, with what is marked in it, unless that is all of it. */
function quoted({ text, marked }: Said): Markup {
  const [first] = marked
  if (first && first.from <= 0 && first.to >= text.length) return html`${text}`
  const parts: Content[] = []
  let at = 0
  for (const { from, to } of marked) {
    parts.push(text.slice(at, from), html`<b>${text.slice(from, to)}</b>`)
    at = to
  }
  return html`${parts}${text.slice(at)}`
}
