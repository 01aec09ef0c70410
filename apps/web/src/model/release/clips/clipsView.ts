import type { Hash, SeatId, SideId } from '@parley/protocol'
import type {
  CannotPublishCode,
  ClipAnswer,
  ClipFileType,
  PartThatRan,
  TimeSpan,
  Stretch,
} from '@parley/release'
import type { SealView } from '../../desk/deskView.ts'
import type { DeskTrouble } from '../../desk/deskTrouble.ts'
import type { NotOpened } from '../../recording/deskRecordings.ts'
import type { ClipDraft, DraftEvent, DraftLack } from './clipDraft.ts'
import type { RecordedPerson, RecordedSound } from './recordedScene.ts'

/** A side as its signature line shows it. */
export type ClipSide = {
  readonly side: SideId
  readonly name: string
  readonly order: number
  readonly isOwn: boolean
  readonly seal: SealView | undefined
  readonly answer: ClipAnswer['is']
  /** Why it refused, in its own words. */
  readonly reason: string
  /** Whether its manifest is in the newest file, or is the next. */
  readonly manifest: 'there' | 'next' | 'awaited'
}

/** The files of a clip at this desk. Each was compared with what is signed, byte for byte. */
export type ClipFilesHere =
  | { readonly is: 'not-fetched' }
  | { readonly is: 'fetching'; readonly share: number }
  | { readonly is: 'there'; readonly urls: Partial<Record<ClipFileType, string>> }
  | { readonly is: 'not-as-signed' | 'gone' }

/** A clip that somebody proposed. */
export type ClipCard = {
  readonly n: number
  readonly hash: Hash
  readonly title: string
  readonly caption: string
  readonly language: string
  readonly part: number
  readonly partTitle: string
  readonly span: TimeSpan
  readonly maker: SideId
  readonly makerName: string
  /** When its maker signed it, in milliseconds UTC. */
  readonly at: number
  readonly sides: readonly ClipSide[]
  readonly signed: number
  /** SHA-256 of the MP4 in hex, in groups of four. */
  readonly code: readonly string[]
  readonly files: ClipFilesHere
  readonly next: ClipNext
}

/** What is to be done next with a clip. */
export type ClipNext =
  /** This desk has not answered. It can sign once it has the files. */
  | { readonly is: 'to-answer'; readonly maySign: boolean }
  /** It signed, and others have not. */
  | { readonly is: 'awaits-others' }
  | { readonly is: 'refused' }
  /** All signed: the manifests are being added, now here or by that side. */
  | { readonly is: 'adding-here'; readonly share: number | undefined }
  | { readonly is: 'adding-there'; readonly name: string }
  | { readonly is: 'may-publish' }
  | { readonly is: 'publishing'; readonly share: number }
  | { readonly is: 'published'; readonly at: number }

/** A recording at this desk. */
export type RecordingHere =
  | { readonly is: 'none' }
  | { readonly is: 'opening' }
  | { readonly is: 'not-opened' }
  | {
      readonly is: 'open'
      readonly stretches: readonly Stretch[]
      /** The whole call as it ran, closed parts too. */
      readonly parts: readonly PartThatRan[]
      readonly people: readonly RecordedPerson[]
      readonly sounds: readonly RecordedSound[]
    }

/** A recording of this side that lies in this browser, not opened. */
type KeptHere = {
  /** That of its file. */
  readonly name: string
  /** Who recorded, by the agreed lists; nothing where they are on none any more. */
  readonly by: string | undefined
  /** When it was begun, in milliseconds UTC. */
  readonly at: number
  readonly bytes: number
}

/** One that was destroyed here, because its day had come. */
export type DestroyedHere = Pick<KeptHere, 'by' | 'at'>

/** How loud each person was in the stretch that is shown at large. */
export type CloseUp = {
  readonly span: TimeSpan
  readonly levels: readonly { readonly seat: SeatId; readonly levels: readonly number[] }[]
}

/** A clip that this desk is making. */
export type DraftView = ClipDraft & {
  readonly stretch: Stretch | undefined
  readonly closeUp: CloseUp | undefined
  readonly lack: DraftLack | undefined
  readonly making: Making
}

/** How far the making is. `made` is shown before anything is signed. */
export type Making =
  | { readonly is: 'not-made' }
  | { readonly is: 'making' | 'sending'; readonly share: number }
  | { readonly is: 'made'; readonly urls: Partial<Record<ClipFileType, string>> }

/** What the last deed met. */
export type ClipTrouble =
  | DeskTrouble
  | NotOpened
  | `cannot-make ${'no-codecs' | 'no-vp8' | 'no-h264' | 'no-opus' | 'no-storage'}`
  | 'disk-full'
  | 'making-failed'
  | 'manifest-failed'
  | 'not-as-signed'
  | { readonly cannotPublish: CannotPublishCode; readonly name: string }

/** Everything that the tab of clips shows. */
export type ClipsView = {
  readonly timeZone: string
  /** Those of the plan. */
  readonly languages: readonly string[]
  /** Whether the agreed plan lets open parts be recorded at all. */
  readonly isRecorded: boolean
  /** When what nobody released is destroyed, in milliseconds UTC. */
  readonly keepUntil: number | undefined
  readonly recording: RecordingHere
  /** Those that can be opened without carrying a file, the oldest first. */
  readonly kept: readonly KeptHere[]
  /** Since the page was loaded. */
  readonly destroyed: readonly DestroyedHere[]
  readonly draft: DraftView | undefined
  readonly clips: readonly ClipCard[]
  readonly trouble: ClipTrouble | undefined
}

/** What the officer did. */
export type ClipsEvent =
  | { type: 'recording-chosen'; file: Blob }
  | { type: 'kept-asked' }
  | { type: 'kept-chosen'; name: string }
  | { type: 'draft-begun'; n: number | undefined }
  | { type: 'draft-left' }
  | { type: 'draft-changed'; change: DraftEvent }
  | { type: 'making-pressed' | 'making-cancelled' | 'proposing-pressed' | 'made-thrown-away' }
  | { type: 'files-asked'; n: number }
  | { type: 'clip-signed'; n: number; hash: Hash }
  | { type: 'clip-refused'; n: number; hash: Hash; reason: string }
  | { type: 'publish-pressed'; n: number }
  | { type: 'trouble-read' }
