import type { Hash, PublicKey } from '@parley/protocol'
import { digitsOf, fingerprintOf, fromText, type Fingerprint } from '@parley/seal'
import type { PublicCall } from '../publicCall.ts'
import { html, type Markup } from './markup.ts'

/** By seal, its code and what draws it. */
export type Seals = ReadonlyMap<PublicKey, Fingerprint>

/** The seals of the sides of a call. */
export async function sealsIn({ sides }: Pick<PublicCall, 'sides'>): Promise<Seals> {
  return new Map(
    await Promise.all(sides.map(async ({ seal }) => [seal, await fingerprintOf(seal)] as const)),
  )
}

/** A code of 30 digits, as it is read aloud. */
export function codeOf(digits: readonly string[]): Markup {
  return html`<span class="code">${digits.join(' ')}</span>`
}

/** The code of a text: of its hash. */
export function textCode(hash: Hash): Markup {
  return codeOf(digitsOf(fromText(hash)))
}
