import { notProven, type Verdict } from './verdict.ts'

/** The 30 digits of a seal's code, as somebody wrote them: in groups, with spaces or hyphens, or in one. Nothing for anything else. */
export function readSealCode(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '')
  return /^\d{30}$/.test(digits) ? digits : undefined
}

/** The verdict, where a seal of each of those codes is among those that signed. */
export function withCodes(verdict: Verdict, codes: readonly string[]): Verdict {
  if (verdict.is === 'not-proven') return verdict
  const had = verdict.signers.map(({ digits }) => digits.join(''))
  return codes.every((code) => had.includes(code)) ? verdict : notProven('other-code')
}
