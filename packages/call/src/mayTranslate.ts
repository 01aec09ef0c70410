/** What an agreed seat is and speaks. */
type Speaks = { role?: string | undefined; languages: readonly string[] }

/**
 * Whether a seat's translation counts: an interpreter's into each of its languages, and anybody else's
 * who has the language it was written in too. What says no language only an interpreter translates.
 */
export function mayTranslate(
  seat: Speaks | undefined,
  { from, into }: { from: string | undefined; into: string },
): boolean {
  if (!seat?.languages.includes(into) || from === into) return false
  return seat.role === 'interpreter' || (from !== undefined && seat.languages.includes(from))
}
