import type { CallId, SideId } from '@parley/protocol'
import type { InvitationLink, SeatLink } from '@parley/client'
import { derivingKey, tokenHashOf, tokenOf } from '@parley/seal'

/** What one window of this browser has at a time: its name is the same in all of them, and says nothing secret. */
export type PlaceName = `${'desk' | 'seat' | 'invitation'} ${string}`

/** A place that this window has, until it is disposed of or lost. */
export type Place = AsyncDisposable

/** Heard once, when another window takes the place over: it has it as soon as this settles. */
export type LosePlace = () => Promise<void>

/** Who has which place among the windows of this browser. */
export interface Places {
  /** Nothing while another window has it. */
  take(name: PlaceName, lose: LosePlace): Promise<Place | undefined>
  /** Has the other window let go of it first, and waits until it has. */
  takeOver(name: PlaceName, lose: LosePlace): Promise<Place>
}

/** A desk: two consoles of it in one browser would sign as one. */
export function deskPlace({ call, side }: { call: CallId; side: SideId }): PlaceName {
  return `desk ${call} ${side}`
}

/** A seat, from its enrolment to its call. */
export function seatPlace({ seat, sealHash }: Pick<SeatLink, 'seat' | 'sealHash'>): PlaceName {
  return `seat ${sealHash} ${seat}`
}

/** An invitation, by the hash of its token, which the server has as well. */
export async function invitationPlace({ secret }: InvitationLink): Promise<PlaceName> {
  return `invitation ${await tokenHashOf(await tokenOf(await derivingKey(secret)))}`
}
