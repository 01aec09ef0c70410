import { Hash, SeatId, type PublicKey } from '@parley/protocol'
import { fromText, sealHashOf, Secret, toText } from '@parley/seal'
import * as v from 'valibot'

const SecretText = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))
const SeatLinkText = v.strictTuple([SecretText, SeatId, Hash])
const InvitationText = v.strictTuple([SecretText, Hash])

/** A seat's personal link. Its secret is in the fragment only, which no browser sends. */
export type SeatLink = {
  readonly secret: Secret
  readonly seat: SeatId
  readonly sealHash: Hash
  /** The seat is the place of an aide's console. */
  readonly isForAide: boolean
}

/** What invites another side's desk. */
export type InvitationLink = { readonly secret: Secret; readonly sealHash: Hash }

/** Where the page is that the link opens, and the seal that its holder is to believe. */
export type LinkFrom = { readonly origin: string; readonly seal: PublicKey }

/** `ORIGIN/#seat=…`, and `ORIGIN/#aide=…` for the console of an aide. */
export async function seatLinkUrl(
  { origin, seal }: LinkFrom,
  { secret, seat, isForAide }: Pick<SeatLink, 'secret' | 'seat' | 'isForAide'>,
): Promise<string> {
  return `${origin}/#${isForAide ? 'aide' : 'seat'}=${textOf(secret)}.${seat}.${await sealHashOf(seal)}`
}

/** `ORIGIN/#invite=…`. */
export async function invitationUrl({ origin, seal }: LinkFrom, secret: Secret): Promise<string> {
  return `${origin}/#invite=${textOf(secret)}.${await sealHashOf(seal)}`
}

/** What the fragment of an address says; nothing if it is no link of ours. */
export function readLink(
  fragment: string,
): ({ is: 'seat' } & SeatLink) | ({ is: 'invitation' } & InvitationLink) | undefined {
  const [, name, text] = /^#?(seat|aide|invite)=([\w.-]+)$/.exec(fragment) ?? []
  const parts = text?.split('.')
  if (name === 'seat' || name === 'aide') {
    const read = v.safeParse(SeatLinkText, parts)
    if (!read.success) return undefined
    const [secret, seat, sealHash] = read.output
    const isForAide = name === 'aide'
    return { is: 'seat', secret: new Secret(fromText(secret)), seat, sealHash, isForAide }
  }
  const read = v.safeParse(InvitationText, parts)
  if (!read.success) return undefined
  const [secret, sealHash] = read.output
  return { is: 'invitation', secret: new Secret(fromText(secret)), sealHash }
}

function textOf(secret: Secret): string {
  return secret.use(toText)
}
