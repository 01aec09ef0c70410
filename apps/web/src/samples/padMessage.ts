import type { Messages } from '@lingui/core'

/** Around everything that comes from a catalogue. */
export const PADDING = { from: '⟦', to: '⟧' } as const
/** What a language may take more room than English. */
const LONGER = 0.4

type Token = string | Message | { [form: string]: Message | number | string }
type Message = string | Token[]

/** The message within its padding, and two fifths longer. */
export function padMessage(said: Messages[string]): Messages[string] {
  const message = said as Message
  const padding = ' ' + '~'.repeat(Math.max(1, Math.ceil(lengthOf(message) * LONGER)))
  const words = padding.replaceAll(/~{8}(?=~)/g, '$& ').replace(/^ (~{1,4})$/, '$1')
  return [
    PADDING.from,
    ...(typeof message === 'string' ? [message] : message),
    words,
    PADDING.to,
  ] as Messages[string]
}

/** The letters that are shown, of the longest form where there are several. */
function lengthOf(token: Token): number {
  if (typeof token === 'string') return token.replaceAll(/<\/?\d+\/?>/g, '').length
  if (!Array.isArray(token)) return 0
  return token.reduce((sum, part) => sum + (isForms(part) ? longestOf(part) : lengthOf(part)), 0)
}

/** A placeholder with the forms between which its value chooses. */
function isForms(part: Token): part is [string, string, { [form: string]: Message }] {
  return Array.isArray(part) && typeof part[2] === 'object' && !Array.isArray(part[2])
}

function longestOf([, , forms]: [string, string, { [form: string]: Message }]): number {
  return Math.max(
    ...Object.values(forms).map((form) =>
      typeof form === 'object' || typeof form === 'string' ? lengthOf(form) : 0,
    ),
  )
}
