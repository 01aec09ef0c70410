import type { PersonInRecord } from '@parley/release'

/** How long somebody’s microphone was open in all, into a language or for the floor. */
export function spokenMs({ stays }: Pick<PersonInRecord, 'stays'>): number {
  return stays
    .flatMap(({ microphone, interpreted, to, lastSaid }) =>
      [...microphone, ...interpreted].map((span) => (span.to ?? to ?? lastSaid) - span.from),
    )
    .reduce((sum, ms) => sum + Math.max(0, ms), 0)
}
