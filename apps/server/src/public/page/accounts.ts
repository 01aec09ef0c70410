import type { Party } from '@parley/release'
import { jointMark, type Compared, type JointMark, type ShownAccount } from '../shownAccounts.ts'
import type { PublicCall } from '../publicCall.ts'
import { drawEmblem } from './emblem.ts'
import { icon } from './icons.ts'
import { html, type Content, type Markup } from './markup.ts'
import { listOf, sideClass } from './names.ts'
import { proseOf } from './prose.ts'
import { moment, shortDay } from './times.ts'
import { tongue, tongueDirection } from './tongues.ts'
import type { Seals } from './codes.ts'
import type { PageWords } from './pageWords.ts'

type Parts = {
  readonly i18n: PageWords
  readonly call: PublicCall
  readonly accounts: readonly ShownAccount[]
  readonly compared: Compared
  readonly seals: Seals
}

/** On a phone the names stay in sight, each leading to its account. */
export function accountsJump({ i18n, call, accounts, seals }: Parts): Content {
  if (accounts.length < 2) return ''
  return html`<nav class="jump" aria-label="${i18n.t('Accounts')}">
    ${accounts.map(
      ({ side }) =>
        html`<a class="${colourOf(side, call)}" href="#${idOf(side)}"
          >${emblemOf(side, seals, 'small')}<bdi>${side.name}</bdi></a
        >`,
    )}
  </nav>`
}

/** The accounts beside each other, all of the same width. */
export function accountsBeside(parts: Parts): Content {
  const { accounts } = parts
  if (accounts.length === 0) return ''
  const count = accounts.length > 3 ? 'many' : accounts.length
  return html`<div class="accounts accounts--${count}">
    ${accounts.map(
      (account, at) =>
        html`${at > 0 && html`<i aria-hidden="true"></i>`}${article(account, at, parts)}`,
    )}
  </div>`
}

function article(shown: ShownAccount, at: number, parts: Parts): Markup {
  const { i18n, call, compared, seals } = parts
  const { side, language, title, body, account } = shown
  const id = idOf(side)
  const { byline } = account.newest.payload
  const speech = html`lang="${language}" dir="${tongueDirection(language)}"`
  const text = proseOf(body, {
    marks: compared.is === 'compared' ? (compared.marks[at] ?? []) : [],
    sign: (letter) =>
      html`<a
        class="d__sign"
        href="#diff-${letter}"
        aria-label="${i18n.t('Difference {letter}', { letter: html`${letter}` })}"
        ><sup>${letter}</sup></a
      >`,
    under(block) {
      const mark = jointMark(block, language, call)
      return mark && { isJoint: mark === 'joint', words: jointWords(mark, i18n) }
    },
  })
  return html`<article class="acc ${colourOf(side, call)}" id="${id}" aria-labelledby="of-${id}">
    <div class="acc__head">
      ${emblemOf(side, seals, 'medium')}
      <div>
        <h2 id="of-${id}"><bdi>${side.name}</bdi></h2>
        ${byline !== '' && html`<p><bdi>${byline}</bdi></p>`}
      </div>
    </div>
    <ul class="acc__meta">
      ${madeBy(shown, i18n)}${published(shown, parts)}${changed(shown, parts)}
    </ul>
    <h3 class="acc__title" ${speech}>${title}</h3>
    <div class="acc__body" ${speech}>${text}</div>
  </article>`
}

function madeBy({ translation, language, side }: ShownAccount, i18n: PageWords): Markup {
  if (!translation)
    return meta(
      'languages',
      i18n._('As it was written, in {language}', { language: tongueOf(language) }),
    )
  const { by, checkedBy } = translation
  const from = tongueOf(translation.from)
  const checker = checkedBy && person(checkedBy, i18n)
  if (by.is === 'machine') {
    const machine = html`<bdi>${by.name} ${by.version}</bdi>`
    return meta(
      'machine',
      checker
        ? i18n._('Translated from {from} by a machine, {machine}; checked by {checker}', {
            from,
            machine,
            checker,
          })
        : i18n._('Translated from {from} by a machine, {machine}; not checked by {side}', {
            from,
            machine,
            side: side.name,
          }),
    )
  }
  const translator = person(by, i18n)
  return meta(
    'languages',
    checker
      ? i18n._('Translated from {from} by {translator}; checked by {checker}', {
          from,
          translator,
          checker,
        })
      : i18n._('Translated from {from} by {translator}; not checked by anybody else', {
          from,
          translator,
        }),
  )
}

function person({ name, office }: { name: string; office: string }, i18n: PageWords): Markup {
  const parts = [name, office].map((text) => text !== '' && html`<bdi>${text}</bdi>`)
  return listOf(parts, i18n, 'unit')
}

function tongueOf(tag: string): Markup {
  return html`<span lang="${tag}" dir="${tongueDirection(tag)}">${tongue(tag)}</span>`
}

function published({ account }: ShownAccount, { i18n, call }: Parts): Markup {
  const [first = account.newest] = account.all
  const { embargo } = first.payload
  const time = moment(first.publicFrom, embargo?.timeZone ?? zoneOf(call), i18n)
  if (!embargo) return meta('clock', i18n._('Published {time}, no embargo', { time }))
  const isItsEnd = embargo.until === first.publicFrom
  return meta(
    'clock',
    isItsEnd
      ? i18n._('Published {time}, when the embargo ended', { time })
      : i18n._('Published {time}, after an embargo', { time }),
  )
}

function changed({ account }: ShownAccount, { i18n, call }: Parts): Markup {
  const { all, newest } = account
  if (all.length === 1) return meta('history', i18n._('First version; nothing changed since'))
  const { correction, embargo } = newest.payload
  const date = shortDay(newest.publicFrom, embargo?.timeZone ?? zoneOf(call), i18n)
  const said = correction ?? ''
  const version =
    said === ''
      ? i18n._('Version {count} of {date}.', { count: all.length, date })
      : i18n._('Version {count} of {date}: {said}', { count: all.length, date, said })
  const link = html`<a href="${historyPath(account, call)}">${i18n._('Compare')}</a>`
  return meta('history', html`${version} ${link}`)
}

function meta(name: Parameters<typeof icon>[0], words: Content): Markup {
  return html`<li>${icon(name)}<span>${words}</span></li>`
}

function jointWords(mark: JointMark, i18n: PageWords): Content {
  switch (mark) {
    case 'joint':
      return html`${icon('equal')}${i18n._('Joint line: every side signed these words')}`
    case 'translated':
      return html`${icon('equal')}${i18n._('Joint line, in a translation that not every side signed')}`
    case 'other-words':
      return i18n._('Said to be a joint line; every side signed other words')
    case 'not-published':
      return i18n._('Said to be a joint line; it is not published here that every side signed it')
  }
}

/** Where the versions of an item are compared. */
export function historyPath(
  { item }: { item: string },
  { call }: Pick<PublicCall, 'call'>,
): string {
  return `/public/${call}/${item.replace('/', '-')}`
}

/** The time zone of the call, as it was announced. */
export function zoneOf({ announcement }: Pick<PublicCall, 'announcement'>): string {
  return announcement?.newest.payload.timeZone ?? 'UTC'
}

/** The colour of a side, by its place among them. */
export function colourOf({ side }: Party, { sides }: Pick<PublicCall, 'sides'>): string {
  return sideClass(sides.findIndex((one) => one.side === side))
}

/** A side's seal as a drawing. */
export function emblemOf({ seal }: Party, seals: Seals, size: 'small' | 'medium'): Content {
  const hex = seals.get(seal)?.hex
  return hex !== undefined && drawEmblem(hex, size)
}

function idOf({ side }: Party): string {
  return `of-${side}`
}
