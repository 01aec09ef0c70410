/** What a clock shows there at that moment, as `YYYY-MM-DDTHH:MM`; with seconds where they are not nought. */
export function wallTimeOf(at: number, timeZone: string): string {
  return new Date(at + offsetMs(at, timeZone)).toISOString().slice(0, at % 60_000 === 0 ? 16 : 23)
}

/** When a clock there shows that time, in milliseconds UTC; nothing while no whole time is written. */
export function startOf({
  start,
  timeZone,
}: {
  start: string
  timeZone: string
}): number | undefined {
  const wall = Date.parse(`${start}Z`)
  if (Number.isNaN(wall)) return undefined
  const first = wall - offsetMs(wall, timeZone)
  return wall - offsetMs(first, timeZone)
}

/** How far the clocks of a zone are ahead of UTC at that moment. */
function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
}
