import * as v from 'valibot'
import { DocumentKind, type SeatId, type SideId } from '@parley/protocol'

/** The plan of the call. */
export const PLAN_KIND: DocumentKind = v.parse(DocumentKind, 'plan')

/** A side's keys. */
export function sideKind(side: SideId): DocumentKind {
  return v.parse(DocumentKind, `side/${side}`)
}

/** A side's seats. */
export function delegationKind(side: SideId): DocumentKind {
  return v.parse(DocumentKind, `delegation/${side}`)
}

/** The pass of a seat. */
export function passKind(seat: SeatId): DocumentKind {
  return v.parse(DocumentKind, `pass/${seat}`)
}

/** Whom a side withdrew. */
export function withdrawalKind(side: SideId): DocumentKind {
  return v.parse(DocumentKind, `withdrawal/${side}`)
}

/** A desk's word of the minute. */
export function deskKind(side: SideId): DocumentKind {
  return v.parse(DocumentKind, `desk/${side}`)
}

/** Whether the call itself goes by documents of that kind. All others are about what is released of it. */
export function isCallKind(kind: DocumentKind): boolean {
  return /^(plan|side|delegation|pass|withdrawal|desk)(\/|$)/.test(kind)
}
