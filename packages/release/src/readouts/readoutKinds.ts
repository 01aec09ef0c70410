import { DocumentKind, type SeatId, type SideId } from '@parley/protocol'
import * as v from 'valibot'

/** A side's draft. */
export function draftKind(side: SideId): DocumentKind {
  return v.parse(DocumentKind, `readout-draft/${side}`)
}

/** The versions of it that were kept. */
export function keptVersionKind(side: SideId): DocumentKind {
  return v.parse(DocumentKind, `readout-version/${side}`)
}

/** What a seat said about it. */
export function remarksKind(seat: SeatId): DocumentKind {
  return v.parse(DocumentKind, `readout-remarks/${seat}`)
}

/** What one side answers to a joint line, where it does not sign it. */
export function jointAnswerKind(n: number): DocumentKind {
  return v.parse(DocumentKind, `joint-answer/${n}`)
}
