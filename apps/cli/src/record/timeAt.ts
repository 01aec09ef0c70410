type InZone = { readonly timeZone: string }

/** A time of day, to the second; in UTC where the plan’s time zone is not known here. */
export function timeAt(at: number, zone: InZone): string {
  return format(at, zone, { timeStyle: 'medium' })
}

/** The day in that zone, and the name of the zone. */
export function dayAt(at: number, zone: InZone): string {
  return `${format(at, zone, { dateStyle: 'short' })}, ${nameOf(zone)}`
}

function format(at: number, zone: InZone, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('sv-SE', { ...style, timeZone: nameOf(zone) }).format(at)
}

function nameOf({ timeZone }: InZone): string {
  try {
    new Intl.DateTimeFormat('sv-SE', { timeZone }).format(0)
    return timeZone
  } catch {
    return 'UTC'
  }
}
