import type { Hash, PublicKey, SeatId, SideId } from '@parley/protocol'
import type {
  Approval,
  Clash,
  Embargo,
  JointLine,
  LineDifference,
  Prose,
  ReadoutCaution,
  ReadoutStanding,
  ReadoutStop,
  ShownComment,
  Translator,
} from '@parley/release'
import type { DeskTrouble } from '../../desk/deskTrouble.ts'
import type { SealView } from '../../desk/deskView.ts'

/** A side, as a readout names it. */
export type ReadoutSide = {
  side: SideId
  name: string
  order: number
  isOwn: boolean
  hex: string | undefined
}

/** Where what is written lies. */
export type SavedState =
  /** Nothing is written yet. */
  | { is: 'nothing' }
  | { is: 'saved'; at: number }
  | { is: 'saving' }
  /** In this browser, and not at the server: the line is lost, or it did not take it. */
  | { is: 'here-only'; because: 'away' | 'refused' }

/** A version that was kept. */
type VersionRow = { version: number; at: number; note: string }

/** A text as it is written in one language. */
export type WrittenText = { language: string; title: string; body: Prose }

/** A translation, beside the original. */
export type TranslationRow = WrittenText & {
  by: Translator
  checkedBy: { name: string; office: string } | null
  /** It was made of other words than the original has now. */
  isOlder: boolean
}

/** A wording of a line, with names. */
export type LineRow = {
  n: number
  hash: Hash
  texts: JointLine['texts']
  at: number
  /** Who proposed it. */
  by: string
  isOwn: boolean
  standing:
    | { is: 'agreed' }
    | { is: 'awaits-us' }
    | { is: 'awaits-others'; names: readonly string[] }
    | { is: 'declined'; name: string; isOwn: boolean; reason: string }
    | { is: 'taken-back'; name: string; isOwn: boolean }
  /** The wording that counts, while another is proposed in its place. */
  agreed: { hash: Hash; texts: JointLine['texts'] } | undefined
  isInText: boolean
}

/** How a joint line in the text stands, by the hash of its wording. */
export type LineMark = {
  is: 'agreed' | 'awaited' | 'not-agreed'
  names: readonly string[]
  at: number
}

/** A comment, with the name of whoever wrote it. */
export type CommentRow = ShownComment & { name: string; office: string }

/** A version that is public, or lies at the server until its embargo ends. */
export type PublishedRow = {
  version: number
  hash: Hash
  at: number
  title: string
  correction: string | null
  isNewest: boolean
}

/** An ally that the text was sealed to. */
type SharedRow = { name: string; code: string; at: number; isThisText: boolean }

/** An ally that the text may be sealed to, whose code is to be compared. */
export type AllyView = { name: string; seal: SealView }

/** A text that an ally shared, opened. */
export type OpenedShared = {
  name: string
  flag: string
  seal: SealView
  /** Whether this desk compared that seal's code before, in this call. */
  isPinned: boolean
  text: WrittenText & { byline: string }
  translations: readonly Omit<TranslationRow, 'isOlder'>[]
  at: number
  embargo: Embargo | null
}

/** Everything that the readouts of a desk show. */
export type ReadoutsView = {
  own: ReadoutSide
  others: readonly ReadoutSide[]
  /** The clocks to show, this side's own first. */
  zones: readonly string[]
  now: number
  saved: SavedState
  /** Another console of this side saved something within the last minute. */
  isOtherWriting: boolean
  /** Counts what others put into the text: an editor that shows an older count takes it anew. */
  shown: number
  text: WrittenText & { byline: string; correction: string | null }
  clashes: readonly Clash[]
  versions: readonly VersionRow[]
  comments: readonly CommentRow[]
  lines: readonly LineRow[]
  marks: ReadonlyMap<Hash, LineMark>
  translations: readonly TranslationRow[]
  /** Whom a translation may be by, or be checked by: the seats of this side. */
  people: readonly { seat: SeatId; name: string; office: string; languages: readonly string[] }[]
  closedParts: readonly number[]
  needsApproval: boolean
  approval: Approval
  /** Who approved, or is asked to. */
  principals: readonly string[]
  embargo: Embargo | null
  standing: ReadoutStanding
  /** What is signed, where it is the text as it stands here. */
  signed: Hash | undefined
  published: readonly PublishedRow[]
  stops: readonly ReadoutStop[]
  cautions: readonly ReadoutCaution[]
  shared: readonly SharedRow[]
  line: 'there' | 'lost'
}

/** Two wordings beside each other. */
export type Compared = {
  before: number | 'published'
  after: number | 'now'
  title: LineDifference | undefined
  lines: readonly LineDifference[]
}

/** What only this window has: what was compared, opened, or met. */
export type ReadoutsHere = {
  comparing: Pick<Compared, 'before' | 'after'> | undefined
  compared: Compared | undefined
  /** Seals of this browser's own that a text may be sealed to. */
  kept: readonly { seal: PublicKey; name: string }[]
  ally: AllyView | undefined
  /** The text, sealed to that ally, to be handed on. Without a link where it is too long for one. */
  sealed: { name: string; link: string | undefined } | undefined
  opened: OpenedShared | undefined
  machine: MachineState
  trouble: ReadoutsTrouble | undefined
}

/** As a window begins. */
export const NOTHING_HERE: ReadoutsHere = {
  comparing: undefined,
  compared: undefined,
  kept: [],
  ally: undefined,
  sealed: undefined,
  opened: undefined,
  machine: { is: 'unasked' },
  trouble: undefined,
}

/** What the browser's own translator is doing. */
type MachineState =
  | { is: 'unasked' }
  /** This browser has none for these two languages. */
  | { is: 'cannot'; language: string }
  /** The browser fetches the language for itself, so many parts of a hundred. */
  | { is: 'fetching'; language: string; percent: number }
  | { is: 'translating'; language: string; done: number; of: number }

/** What the last deed met. */
export type ReadoutsTrouble = DeskTrouble | 'not-a-card' | 'not-for-us' | 'not-published'
