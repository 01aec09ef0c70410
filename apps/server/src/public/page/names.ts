import type { Party } from '@parley/release'
import { html, type Content, type Markup } from './markup.ts'
import type { PageWords } from './pageWords.ts'

/** Several things in a row, as the language puts them: one and another, or, as `unit`, one after another. */
export function listOf(
  all: readonly Content[],
  { formats }: Pick<PageWords, 'formats'>,
  type: 'conjunction' | 'unit' = 'conjunction',
): Markup {
  const there = all.filter((one) => one !== false && one !== undefined && one !== '')
  const places = there.map((_, at) => `\uE000${at}`)
  const parts = new Intl.ListFormat(formats, { type }).formatToParts(places)
  return html`${parts.map((part) => (part.type === 'element' ? there[Number(part.value.slice(1))] : part.value))}`
}

/** Those sides, in their order. */
export function sidesIn(sides: readonly Party[], i18n: Pick<PageWords, 'formats'>): Markup {
  return listOf(
    sides.map(({ name }) => html`<bdi>${name}</bdi>`),
    i18n,
  )
}

/** The same without elements, for a title. */
export function plainSides(
  sides: readonly Party[],
  { formats }: Pick<PageWords, 'formats'>,
): string {
  return new Intl.ListFormat(formats, { type: 'conjunction' }).format(sides.map(({ name }) => name))
}

/** The colours of sides go by their order. */
export function sideClass(place: number): string {
  return `side-${(place % 6) + 1}`
}
