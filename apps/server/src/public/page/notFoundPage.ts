import { html, type Markup } from './markup.ts'
import { page, type Place } from './shell.ts'

/** For every address below at which nothing is public. */
export function notFoundPage(place: Place): Markup {
  const { i18n } = place
  return page(
    place,
    { title: i18n.t('Nothing is published here') },
    {
      main: html`<div class="mast">
          <h1>${i18n._('Nothing is published here')}</h1>
          <p>${i18n._('The address may be wrong, or nothing may be public yet.')}</p>
        </div>
        <p class="calls__none"><a href="/public">${i18n._('To all published calls')}</a></p> `,
    },
  )
}
