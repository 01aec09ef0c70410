import {
  differencesOf,
  type LineDifference,
  type PayloadOf,
  type Piece,
  type Prose,
} from '@parley/release'
import type { PublicCall, Shown, Versions } from '../publicCall.ts'
import { colourOf, zoneOf } from './accounts.ts'
import { textCode } from './codes.ts'
import { html, type Content, type Markup } from './markup.ts'
import { sidesIn } from './names.ts'
import type { PageWords } from './pageWords.ts'
import { proseOf } from './prose.ts'
import { page, type Place } from './shell.ts'
import { moment } from './times.ts'
import { tongue, tongueDirection } from './tongues.ts'

type Changing = Versions<'readout'> | Versions<'clip'>

/** All versions of an account or a clip, the newest first, each held to the one before it. */
export function historyPage(
  place: Place,
  { call, of }: { call: PublicCall; of: Changing },
): Markup {
  const { i18n } = place
  const { title, sides, zone } = aboutOf(of, call)
  const versions = of.all.map((version, at) => ({ version, before: of.all[at - 1], at }))
  const back = html`<a href="/public/${call.call}">${i18n._('To the page of the call')}</a>`
  const main = html`<div class="mast">
      <h1>${i18n._('Versions')}</h1>
      <p>${sidesIn(sides, i18n)}: <bdi>${title}</bdi></p>
    </div>
    <p class="dateline">
      <span>${back}</span
      ><span
        >${i18n._('{count, plural, one {# version} other {# versions}}', { count: of.all.length })}</span
      >
    </p>
    <div class="versions">
      <p class="caption">
        ${i18n._('What is underlined was put in; what is struck through was taken out. Every version that was public stays here.')}
      </p>
      ${versions
        .toReversed()
        .map(({ version, before, at }) => section({ version, before, at }, { i18n, call, zone }))}
    </div>`
  return page(place, { title: html`${i18n.t('Versions')}: ${title}` }, { main })
}

function aboutOf(of: Changing, call: PublicCall) {
  const { payload } = of.newest
  if ('body' in payload) {
    const zone = payload.embargo?.timeZone ?? zoneOf(call)
    return { title: payload.title, sides: [payload.side], zone }
  }
  return { title: payload.title, sides: payload.sides, zone: zoneOf(call) }
}

type Version = Shown<'readout'> | Shown<'clip'>

function section(
  { version, before, at }: { version: Version; before: Version | undefined; at: number },
  { i18n, call, zone }: { i18n: PageWords; call: PublicCall; zone: string },
): Markup {
  const { payload, hash, publicFrom } = version
  const colour = 'body' in payload ? colourOf(payload.side, call) : ''
  const time = moment(publicFrom, zone, i18n)
  const said = 'body' in payload ? payload.correction : null
  return html`<section class="version ${colour}" aria-labelledby="version-${at + 1}">
    <h2 id="version-${at + 1}">${i18n._('Version {count}', { count: at + 1 })}</h2>
    <p class="caption">${i18n._('Public since {time}', { time })}</p>
    ${said !== null && html`<p class="version__said"><bdi>${said}</bdi></p>`}
    ${texts(version, before, i18n)}
    <p class="caption">${i18n._('Code of the text')}: ${textCode(hash)}</p>
  </section>`
}

/** What it says, with what is different from the version before; and each translation, folded up. */
function texts({ payload }: Version, before: Version | undefined, i18n: PageWords): Content {
  if ('files' in payload) {
    const earlier = before?.payload
    const film = earlier && 'files' in earlier && filmsOf(earlier) === filmsOf(payload)
    const words = written(payload.language, i18n, clipProse(payload), earlier && clipProse(earlier))
    return html`${words}${earlier && html`<p>${film ? i18n._('The film is the same.') : i18n._('The film is another.')}</p>`}`
  }
  const earlier = before && 'body' in before.payload ? before.payload : undefined
  const translations = payload.translations.map((one) => {
    const same = earlier?.translations.find(({ language }) => language === one.language)
    const { language } = one
    return html`<details>
      <summary lang="${language}">${tongue(language)}</summary>
      ${written(language, i18n, prose(one), same && prose(same))}
    </details>`
  })
  const words = written(payload.language, i18n, prose(payload), earlier && prose(earlier))
  return html`${words}${translations}`
}

function filmsOf({ files }: PayloadOf<'clip'>): string {
  return files
    .map(({ hash }) => hash)
    .toSorted()
    .join(' ')
}

/** A text under its title. */
function prose({ title, body }: { title: string; body: Prose }): Prose {
  return [{ is: 'heading', level: 2, runs: [{ text: title }] }, ...body]
}

function clipProse(clip: Version['payload']): Prose {
  if (!('caption' in clip)) return []
  const { title, caption } = clip
  return prose({
    title,
    body: caption === '' ? [] : [{ is: 'paragraph', runs: [{ text: caption }] }],
  })
}

function written(language: string, i18n: PageWords, now: Prose, before: Prose | undefined): Markup {
  const words = before
    ? differencesOf(before, now, language).map((one) => line(one, i18n))
    : proseOf(now)
  return html`<div class="acc__body" lang="${language}" dir="${tongueDirection(language)}">
    ${words}
  </div>`
}

function line({ is, block, pieces }: LineDifference, i18n: PageWords): Markup {
  const { language, direction } = i18n
  const words = pieces.map(piece)
  const note =
    is === 'form' &&
    html`<span class="version__form" lang="${language}" dir="${direction}"
      >${i18n._('The same words, written in another form')}</span
    >`
  return block === 'heading' ? html`<h4>${words}${note}</h4>` : html`<p>${words}${note}</p>`
}

function piece({ is, text }: Piece): Content {
  switch (is) {
    case 'same':
      return text
    case 'added':
      return html`<ins>${text}</ins>`
    case 'removed':
      return html`<del>${text}</del>`
  }
}
