import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { ListedCall } from './listedCalls.ts'

/** Announced calls as a calendar (RFC 5545). Their ends are not announced, so an entry is a moment. */
export function calendarOf(
  calls: readonly ListedCall[],
  { origin, name }: { origin: string; name: string },
): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: '//Parley//Parley//EN',
  })
  for (const { call, title, sides, start, changedAt } of calls) {
    if (start === undefined) continue
    calendar.createEvent({
      id: `${call}@parley`,
      start: new Date(start),
      stamp: new Date(changedAt),
      summary: title,
      description: sides.map((side) => side.name).join(', '),
      url: `${origin}/public/${call}`,
      status: ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
