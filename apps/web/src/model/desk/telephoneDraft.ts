import { Telephone } from '@parley/seal'
import * as v from 'valibot'

/** What somebody wrote where a telephone is asked for. */
export type TelephoneDraft = { is: 'none' } | { is: 'number'; number: string } | { is: 'wrong' }

/** What putting it down would do to a list with that number, or with none where it is empty. */
export function telephoneDeed(
  draft: TelephoneDraft,
  number: string,
): 'put' | 'change' | 'take-off' | 'none' {
  if (draft.is === 'none') return number === '' ? 'none' : 'take-off'
  if (draft.is === 'number' && draft.number === number) return 'none'
  return number === '' ? 'put' : 'change'
}

/** Zero in the scripts in which numbers are written here, each followed by its other nine. */
const ZEROS = ['٠', '۰'] as const

/** Reads it with the digits, spaces and dashes of other keyboards, and of what was copied. */
export function readTelephone(text: string): TelephoneDraft {
  const number = text
    .replaceAll(/[٠-٩۰-۹]/g, asciiDigit)
    .replaceAll(/[‐-–−]/g, '-')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (number === '') return { is: 'none' }
  return v.is(Telephone, number) ? { is: 'number', number } : { is: 'wrong' }
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = ZEROS.map((one) => one.charCodeAt(0)).find((one) => code >= one && code < one + 10)
  return String(code - (zero ?? code))
}
