import {
  accountsIn,
  compared,
  jointLinesIn,
  languageFor,
  languagesOf,
  type Compared,
  type ShownAccount,
} from '../shownAccounts.ts'
import type { PublicCall } from '../publicCall.ts'
import { accountsBeside, accountsJump, zoneOf } from './accounts.ts'
import { clips, filePath } from './clips.ts'
import type { Seals } from './codes.ts'
import { differences } from './differences.ts'
import { icon } from './icons.ts'
import { html, type Content, type Markup } from './markup.ts'
import { listOf, plainSides, sidesIn } from './names.ts'
import type { PageWords } from './pageWords.ts'
import { address, current, page, type Place } from './shell.ts'
import { day, duration, moment } from './times.ts'
import { isOneLanguage, tongue, tongueDirection } from './tongues.ts'
import { verifyBlock } from './verify.ts'

/** The texts as they were written, in an address. */
const ORIGINALS = 'original'

/** The page of a call. `accepts` are the languages that its reader reads, the best first. */
export function callPage(
  place: Place,
  {
    call,
    seals,
    accepts,
    nowMs,
  }: { call: PublicCall; seals: Seals; accepts: readonly string[]; nowMs: number },
): Markup {
  const { i18n, asked } = place
  const wanted = asked.in === undefined ? [...accepts, i18n.language] : [asked.in]
  const language = asked.in === ORIGINALS ? undefined : languageFor(call, wanted)
  const accounts = accountsIn(call, language)
  const parts = { place, i18n, call, accounts, compared: compared(accounts), seals }
  const [clip] = call.clips
  const about = {
    title: titleOf(call, i18n),
    description: descriptionOf(call, accounts),
    picture: clip && filePath(clip, 'image/jpeg', call),
    isArticle: true,
  }
  return page(place, about, {
    aside: readIn(place, call, language),
    main: html`<div class="mast">
        <h1>${headline(call, i18n, nowMs)}</h1>
        <p>${subtitle(call, i18n)}</p>
      </div>
      ${dateline(parts, call, i18n)}
      ${clips(call, i18n)}${announced(call, i18n, nowMs)}${accountsJump(parts)}${accountsBeside(parts)}${differences(parts)}${verifyBlock(call, seals, i18n)}`,
  })
}

function titleOf({ title, accounts, sides }: PublicCall, i18n: PageWords): string {
  return title ?? accounts[0]?.newest.payload.title ?? plainSides(sides, i18n)
}

function descriptionOf(call: PublicCall, accounts: readonly ShownAccount[]): Content {
  const caption = call.clips[0]?.newest.payload.caption
  if (caption !== undefined && caption !== '') return caption
  return accounts[0]?.title
}

function headline(
  { accounts, clips: all, announcement }: PublicCall,
  i18n: PageWords,
  nowMs: number,
): Markup {
  const count = accounts.length
  if (count > 0)
    return i18n._(
      '{count, plural, =2 {Two accounts of one call} one {One account of the call} other {{count} accounts of one call}}',
      { count },
    )
  if (all.length > 0) return i18n._('A clip of the call')
  const isAhead = announcement && announcement.newest.payload.start > nowMs
  return isAhead ? i18n._('An announced call') : i18n._('A call that was announced')
}

function subtitle({ sides, title }: PublicCall, i18n: PageWords): Markup {
  const names = sidesIn(sides, i18n)
  return title === undefined ? names : html`${names}: <bdi>${title}</bdi>`
}

function dateline(
  { accounts, compared: comparison }: { accounts: readonly ShownAccount[]; compared: Compared },
  call: PublicCall,
  i18n: PageWords,
): Content {
  const { announcement, record, clips: all } = call
  const zone = zoneOf(call)
  const start =
    announcement?.newest.payload.start ?? record?.newest.payload.from ?? all[0]?.newest.payload.from
  const lines = jointLinesIn(accounts, call).size
  const counted = [
    comparison.is === 'compared' &&
      i18n._('{count, plural, one {# difference} other {# differences}}', {
        count: comparison.differences.length,
      }),
    lines > 0 &&
      i18n._('{count, plural, one {# joint line} other {# joint lines}}', { count: lines }),
  ]
  const parts = [
    start !== undefined && html`<span>${day(start, zone, i18n)}</span>`,
    record &&
      html`<span
        >${i18n._('The call lasted {time}', { time: duration(record.newest.payload.to - record.newest.payload.from, i18n) })}</span
      >`,
    counted.some(Boolean) && html`<span>${listOf(counted, i18n, 'unit')}</span>`,
  ]
  return parts.some(Boolean) && html`<p class="dateline">${parts}</p>`
}

/** Before there is anything else: when it is, and the way into a calendar. */
function announced(call: PublicCall, i18n: PageWords, nowMs: number): Content {
  const { announcement, accounts, clips: all } = call
  if (!announcement || accounts.length > 0 || all.length > 0) return ''
  const { start, timeZone } = announcement.newest.payload
  const isAhead = start > nowMs
  return html`<section class="ahead">
    <p class="ahead__time">${moment(start, timeZone, i18n)}</p>
    <p>
      ${isAhead ? i18n._('Every side has signed that it is held. Nothing else of it is published yet.') : i18n._('Every side had signed that it is held. Nothing else of it is published.')}
    </p>
    ${
      isAhead &&
      html`<p>
        <a class="btn" href="/public/${call.call}/calendar.ics"
          >${icon('calendar')}<span>${i18n._('Into the calendar')}</span></a
        >
      </p>`
    }
  </section>`
}

/** In which language the accounts are read. */
function readIn(place: Place, call: PublicCall, language: string | undefined): Content {
  const { i18n, asked } = place
  const languages = languagesOf(call)
  if (languages.length < 2) return ''
  const links = languages.map(
    (tag) =>
      html`<a
        href="${address(place, { ...asked, in: tag })}"
        lang="${tag}"
        dir="${tongueDirection(tag)}"
        ${current(language !== undefined && isOneLanguage(tag, language))}
        >${tongue(tag)}</a
      >`,
  )
  const originals = html`<a
    href="${address(place, { ...asked, in: ORIGINALS })}"
    ${current(language === undefined)}
    >${i18n._('As written')}</a
  >`
  return html`<nav class="tongues" aria-label="${i18n.t('Read in')}">${links}${originals}</nav>`
}
