import { clientCodeOf } from '@parley/seal'
import { NotVerified } from '../notVerified.ts'

/** A client as somebody names it, by its digits or its hash. */
export type AskedCode = {
  readonly said: string
  readonly is: (list: string) => Promise<boolean>
}

/** Reads 30 digits, in groups or not, or the 64 hex digits of a SHA-256. */
export function readAskedCode(typed: string): AskedCode {
  const said = typed.trim()
  const digits = said.replaceAll(/[\s-]/g, '')
  if (/^\d{30}$/.test(digits))
    return {
      said: (digits.match(/\d{5}/g) ?? []).join(' '),
      is: async (list) => (await clientCodeOf(list)).digits.join('') === digits,
    }
  if (/^[0-9a-f]{64}$/i.test(said))
    return {
      said: said.toLowerCase(),
      is: async (list) => (await clientCodeOf(list)).hex === said.toLowerCase(),
    }
  throw new NotVerified('--hash takes the 30 digits of a client’s code, or its SHA-256 in hex.')
}
