const READ_FROM_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const READ_FROM_LEFT = /(?![\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])\p{L}/u
/** First-strong isolate and its end (Unicode UAX 9). */
const [FROM, TO] = ['\u2068', '\u2069']

/**
 * A text for the midst of a sentence, set apart where it is read the other way, so that neither reorders the
 * other. Where both are read alike it stays as it is.
 */
export function isolated(text: string, direction: 'ltr' | 'rtl'): string {
  const isOther = (direction === 'rtl' ? READ_FROM_LEFT : READ_FROM_RIGHT).test(text)
  return isOther ? `${FROM}${text}${TO}` : text
}
