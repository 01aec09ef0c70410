import type { RoomId, SeatId, SideId } from '@parley/protocol'
import type { Role } from './delegation.ts'

/** A seat of an agreed delegation. */
export type ListedSeat = {
  readonly side: SideId
  readonly name: string
  readonly office: string
  readonly role: Role
  readonly languages: readonly string[]
  readonly rooms: readonly RoomId[]
  /** Whether its device may record open parts, where the plan has them recorded. */
  readonly records?: true | undefined
}

/** Who may be where, by the newest documents one knows. */
export type Lists = {
  /** Every seat of every agreed delegation. */
  readonly seats: ReadonlyMap<SeatId, ListedSeat>
  /** The newest pass version known of a seat. */
  readonly passVersions: ReadonlyMap<SeatId, number>
  /** Counts at once: that pass of that seat is over. */
  readonly withdrawn: readonly { readonly seat: SeatId; readonly passVersion: number }[]
}
