import type { RecordWording, SideWord } from '@parley/client'
import type { Hash, SideId } from '@parley/protocol'
import type { HeldPart, RecordGap, RecordStory } from '@parley/release'
import type { DeskTrouble } from '../../desk/deskTrouble.ts'
import type { Telling } from './tellings.ts'

/** The newest wording of the record that a side signed. */
export type WordingView = Pick<RecordWording, 'hash' | 'isAgreed'> & {
  readonly version: number
  readonly file: Hash
  readonly entries: number
  readonly from: number
  readonly to: number
  readonly said: readonly SideWord[]
  /** How many entries this desk has beside those in it. */
  readonly beside: number
}

/** What this desk may do about the record, or waits for. */
export type Signing =
  /** Nothing was said for it yet, or it is still being read. */
  | 'nothing'
  /** Nobody has signed. */
  | 'may-sign'
  /** Another side signed what this desk has, too. */
  | 'may-sign-same'
  /** Another side signed what this desk cannot come to, or under a version of which it signed another wording itself. */
  | 'differs'
  | 'signed'
  | 'refused'
  | 'agreed'

/** Everything that the record's tab shows. */
export type RecordView = {
  /** Whether all that the server had was read. */
  readonly isRead: boolean
  readonly own: SideId
  /** Undefined before a plan is agreed. */
  readonly story: RecordStory | undefined
  readonly told: readonly Telling[]
  readonly parts: readonly HeldPart[]
  readonly gaps: readonly RecordGap[]
  readonly wording: WordingView | undefined
  readonly signing: Signing
  /** What the last deed met. */
  readonly trouble: DeskTrouble | undefined
}

/** What the officer did. */
export type RecordEvent =
  /** As it is here now, in a wording of its own. */
  | { type: 'record-signed' }
  /** The very wording that another side signed. */
  | { type: 'wording-signed'; hash: Hash }
  | { type: 'wording-refused'; hash: Hash; reason: string }
  | { type: 'record-saved' }
  | { type: 'record-trouble-read' }
