import type { Hash } from '@parley/protocol'
import type { ShownComment } from '@parley/release'
import type { TranslationRow, WrittenText } from '../readouts/readoutsView.ts'

/** A comment as the seats of a side see it. */
type SeatComment = ShownComment & { name: string; isOwn: boolean }

/** How far the approval of a principal is, for whoever sits in that seat. */
export type SeatApproval =
  /** Nobody asked, or it is not this seat's to say. */
  | { is: 'not-asked' }
  /** This very text. */
  | { is: 'asked'; wording: Hash }
  | { is: 'given'; wording: Hash; at: number }
  /** The desk changed the text since: it has to ask again. */
  | { is: 'changed' }

/** Everything that the page of a seat shows of its side's readout. */
export type SeatReadoutView = {
  sideName: string
  /** Nothing while the desk has written nothing. */
  text: (WrittenText & { byline: string; correction: string | null }) | undefined
  translations: readonly Omit<TranslationRow, 'isOlder'>[]
  savedAt: number
  comments: readonly SeatComment[]
  isPrincipal: boolean
  approval: SeatApproval
  line: 'there' | 'lost'
  /** What was said last did not get to the desk. */
  isUnsaid: boolean
}

/** What whoever sits there did. */
export type SeatReadoutEvent =
  | { type: 'commented'; quote: string; text: string }
  /** That very wording, as it was on the screen. */
  | { type: 'approved'; wording: Hash }
  | { type: 'approval-taken-back' }
