/** A moment as a clock in that zone shows it, to a tenth of a second: `10:12:08.0`. */
export function clockTimeOf(at: number, timeZone: string): string {
  const { hour, minute, second } = partsIn(at, timeZone)
  return `${hour}:${minute}:${second}.${Math.floor((((at % 1000) + 1000) % 1000) / 100)}`
}

/**
 * The moment that is meant by what somebody wrote, the nearest one to `near`: `10:12:08.4`, `10:12:08` or `10:12`.
 * Nothing where it is no time of day.
 */
export function readClockTime(
  text: string,
  { near, timeZone }: { near: number; timeZone: string },
): number | undefined {
  const found = /^\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d))?)?\s*$/.exec(text)
  if (!found) return undefined
  const [hour = 0, minute = 0, second = 0, tenth = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const wished = ((hour * 60 + minute) * 60 + second) * 1000 + tenth * 100
  const away = ((wished - ofDay(near, timeZone) + DAY_MS * 1.5) % DAY_MS) - DAY_MS / 2
  return near + away
}

/** A time of day as it is read is not more than half a day from where one looks. */
const DAY_MS = 24 * 60 * 60_000

function ofDay(at: number, timeZone: string): number {
  const { hour, minute, second } = partsIn(at, timeZone)
  const ms = ((at % 1000) + 1000) % 1000
  return ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms
}

function partsIn(at: number, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes) => (parts.get(type) ?? '0').padStart(2, '0')
  return { hour: of('hour'), minute: of('minute'), second: of('second') }
}
