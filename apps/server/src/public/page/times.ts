import { html, type Markup } from './markup.ts'
import type { PageWords } from './pageWords.ts'

type Written = Pick<PageWords, 'formats'>

/** A moment with its day and the name of its time zone. */
export function moment(ms: number, timeZone: string, { formats }: Written): Markup {
  return timeElement(
    ms,
    zoned(formats, timeZone, { dateStyle: 'long', timeStyle: 'short' }).format(ms) +
      nameOfZone(ms, timeZone, formats),
  )
}

/** A day, with its name. */
export function day(ms: number, timeZone: string, { formats }: Written): Markup {
  return timeElement(ms, zoned(formats, timeZone, { dateStyle: 'full' }).format(ms))
}

/** A day without its name. */
export function shortDay(ms: number, timeZone: string, { formats }: Written): Markup {
  return timeElement(ms, zoned(formats, timeZone, { dateStyle: 'long' }).format(ms))
}

/** A time of day to the second. */
export function clockTime(ms: number, timeZone: string, { formats }: Written): Markup {
  return timeElement(ms, zoned(formats, timeZone, { timeStyle: 'medium' }).format(ms))
}

/** Hours and minutes, at least one. */
export function duration(ms: number, { formats }: Written): Markup {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  const format = new Intl.DurationFormat(formats, { style: 'long' })
  return html`${format.format({ hours: Math.floor(minutes / 60), minutes: minutes % 60 })}`
}

function timeElement(ms: number, text: string): Markup {
  return html`<time datetime="${new Date(ms).toISOString()}">${text}</time>`
}

function nameOfZone(ms: number, timeZone: string, formats: string): string {
  const parts = zoned(formats, timeZone, { timeZoneName: 'longGeneric' }).formatToParts(ms)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value
  return name === undefined ? '' : ` (${name})`
}

/** In UTC where the zone is one that nobody knows. */
function zoned(
  formats: string,
  timeZone: string,
  how: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(formats, { ...how, timeZone })
  } catch {
    return new Intl.DateTimeFormat(formats, { ...how, timeZone: 'UTC' })
  }
}
