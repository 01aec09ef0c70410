/** Zones that some browsers still list under a name that their city no longer bears. */
const RENAMED: Readonly<Record<string, string>> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
}

/** As a plan may name it. */
const NAME = /^[A-Za-z_]{1,32}(\/[A-Za-z0-9_+-]{1,32}){0,2}$/

/** Every zone to choose from, by its IANA name. */
export function knownZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').map(currentName)]
}

/** The city that a zone is named after. */
export function cityOf(zone: string): string {
  const name = currentName(zone)
  return name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** The zone that somebody typed, by its whole name or by its city. */
export function zoneNamed(typed: string): string | undefined {
  const name = typed.trim().replaceAll(/\s+/g, '_').toLowerCase()
  const found = knownZones().find(
    (zone) => zone.toLowerCase() === name || zone.toLowerCase().endsWith(`/${name}`),
  )
  return found ?? (isZone(typed.trim()) ? typed.trim() : undefined)
}

/** Whether clocks can be shown there. */
export function isZone(name: string): boolean {
  if (!NAME.test(name)) return false
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The zone of a country that has one only, by its code as a flag bears it. */
export function zoneOfCountry(flag: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(flag)) return undefined
  const country: { getTimeZones?: () => string[] | undefined } = new Intl.Locale(`und-${flag}`)
  // A browser that cannot tell leaves the choice to its officer.
  const [zone, ...others] = country.getTimeZones?.() ?? []
  return zone && others.length === 0 ? currentName(zone) : undefined
}

function currentName(zone: string): string {
  return RENAMED[zone] ?? zone
}
