/**
 * What rings that number (RFC 3966). A zero in brackets after the code of a country, as in `+41 (0)58`, is
 * for callers inside it and not dialled with the code.
 */
export function telephoneLink(number: string): string {
  const dialled = number.startsWith('+') ? number.replace('(0)', '') : number
  return `tel:${dialled.replaceAll(/[^\d+]/g, '')}`
}
