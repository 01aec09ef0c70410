/** What a text for people may not hold: it breaks lines, turns the direction around, or is not shown at all. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** A text as a readout may hold it: breaks are spaces, and what is not meant to be read is left out. */
export function cleanText(text: string): string {
  return text.replaceAll(BREAKS, ' ').replaceAll(HIDDEN, '')
}
