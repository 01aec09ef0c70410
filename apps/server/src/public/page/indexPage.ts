import type { ListedCall } from '../listedCalls.ts'
import { icon } from './icons.ts'
import { html, type Content, type Markup } from './markup.ts'
import { listOf, sidesIn } from './names.ts'
import type { PageWords } from './pageWords.ts'
import { page, type Place } from './shell.ts'
import { moment, shortDay } from './times.ts'

/** The list of calls: those that were announced and are not yet held, and those of which more is public. */
export function indexPage(place: Place, calls: readonly ListedCall[], nowMs: number): Markup {
  const { i18n } = place
  const isAhead = ({ start, accounts, clips }: ListedCall) =>
    start !== undefined && start > nowMs && accounts === 0 && clips === 0
  const ahead = calls.filter(isAhead).toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))
  const held = calls.filter((call) => !isAhead(call))
  const main = html`<div class="mast">
      <h1>${i18n._('Published calls')}</h1>
      <p>${i18n._('What the sides of a call have signed for everybody to read')}</p>
    </div>
    <div class="calls">
      ${section('announced', i18n._('Announced'), ahead, i18n)}${section('held', i18n._('Already published'), held, i18n)}${calls.length === 0 && html`<p class="calls__none">${i18n._('Nothing is published here yet.')}</p>`}
      <p class="feeds">
        <span>${i18n._('Follow it:')}</span>
        <a href="/public/feed.atom" type="application/atom+xml">Atom</a>
        <a href="/public/feed.json" type="application/feed+json">JSON Feed</a>
        <a href="/public/calendar.ics" type="text/calendar"
          >${icon('calendar')}${i18n._('Calendar')}</a
        >
      </p>
    </div>`
  return page(
    place,
    {
      title: i18n.t('Published calls'),
      description: i18n.t('What the sides of a call have signed for everybody to read'),
    },
    { main },
  )
}

function section(
  id: string,
  heading: Content,
  calls: readonly ListedCall[],
  i18n: PageWords,
): Content {
  if (calls.length === 0) return ''
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    <ul class="calls__list">
      ${calls.map((call) => entry(call, i18n))}
    </ul>
  </section>`
}

function entry(
  { call, title, sides, start, timeZone, accounts, clips, changedAt }: ListedCall,
  i18n: PageWords,
): Markup {
  const what = listOf(
    [
      accounts > 0 &&
        i18n._('{count, plural, one {# account} other {# accounts}}', { count: accounts }),
      clips > 0 && i18n._('{count, plural, one {# clip} other {# clips}}', { count: clips }),
    ],
    i18n,
    'unit',
  )
  const when =
    accounts + clips === 0 && start !== undefined
      ? moment(start, timeZone, i18n)
      : shortDay(start ?? changedAt, timeZone, i18n)
  return html`<li>
    <a href="/public/${call}"><bdi>${title}</bdi></a>
    <p>${sidesIn(sides, i18n)}</p>
    <p class="caption">${when}${accounts + clips > 0 && html` · ${what}`}</p>
  </li>`
}
