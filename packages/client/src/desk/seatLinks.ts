import { aidePlaceOf, type SeatId } from '@parley/protocol'
import { derivingKey, Secret, tokenHashOf, tokenOf } from '@parley/seal'
import { seatLinkUrl } from '../enrolment/links.ts'
import { declaredSeat } from './delegating.ts'
import type { DeskHands } from './deskHands.ts'

/** Opens a personal link for a seat of this side, or for its aide's console, and gives it. A new one replaces the old. */
export async function openSeatLink(
  hands: DeskHands,
  { seat: sits, page, isForAide }: { seat: SeatId; page: string; isForAide: boolean },
): Promise<string> {
  const { book, connection } = hands
  declaredSeat(hands, sits)
  const seat = isForAide ? aidePlaceOf(sits) : sits
  const secret = Secret.random()
  const tokenHash = await tokenHashOf(await tokenOf(await derivingKey(secret)))
  await connection.request({ type: 'open-seat-link', tokenHash, seat })
  const kept = secret.use((bytes) => new Uint8Array(bytes))
  await book.change((record) => ({ ...record, links: { ...record.links, [seat]: kept } }))
  return seatLinkUrl(
    { origin: page, seal: book.record.seal.publicKey },
    { secret, seat, isForAide },
  )
}
