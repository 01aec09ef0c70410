import type { Aim, Channel, Companion, MessageAt } from '@parley/call'
import type { LeafIndex, SeatId, TrackNumber } from '@parley/protocol'
import type { MoveTo } from '@parley/seal'
import type { Display } from './callDisplay.ts'
import type { MessageRow } from './callMessages.ts'

type WrittenTranslation = { of: MessageAt; language: string; text: string }

/** What whoever sits here did, for the call. */
export type CallDeed =
  /** Without an aim it opens for whom it does by itself. */
  | { type: 'microphone-pressed'; aim?: Aim }
  /** What one listens to from now on; undefined for the floor. */
  | { type: 'channel-chosen'; channel: Channel | undefined }
  | { type: 'camera-pressed' }
  | { type: 'screen-pressed' }
  | { type: 'wait-pressed' }
  /** That request stands on this screen, which is in sight. */
  | { type: 'request-shown'; id: string; from: SeatId }
  | { type: 'leave-pressed' }
  | { type: 'message-written'; text: string; language?: string }
  | ({ type: 'translation-written' } & WrittenTranslation)
  | { type: 'microphone-chosen'; device: string }
  | { type: 'camera-chosen'; device: string }
  | { type: 'speaker-chosen'; device: string }
  | { type: 'company-declared'; company: readonly Companion[] }
  | {
      type: 'picture-shown'
      /** The place that shows it: there may be several. */
      by: string
      leaf: LeafIndex
      number: TrackNumber
      /** In device pixels; undefined while nothing of it is visible. */
      size: { width: number; height: number } | undefined
    }

/** What whoever sits here did with the screen alone: nobody else hears of it. */
export type CallGesture =
  | { type: 'panel-chosen'; panel: Panel }
  | { type: 'display-chosen'; display: Display }
  | { type: 'dialog-opened'; dialog: OwnDialog }
  | { type: 'dialog-closed' }
  | { type: 'incident-dismissed'; id: string }
  | { type: 'draft-changed'; text: string }
  | { type: 'draft-sent' }
  /** In which one writes from now on. */
  | { type: 'language-chosen'; language: string }

/** What whoever sits here does in the room of their own side. */
export type PrivateEvent =
  /** With `stays` until it is pressed again, else while it is held; with `to` for that leaf alone. */
  | { type: 'private-pressed'; stays: boolean; to?: LeafIndex }
  | { type: 'private-let-go' }
  | { type: 'private-left'; by: 'focus-lost' | 'page-hidden' | 'pointer-lost' }
  | { type: 'private-write-to-chosen'; to: 'everyone' | 'own-side' }
  | { type: 'private-draft-changed'; text: string }
  | { type: 'private-draft-sent' }
  | ({ type: 'private-translation-written' } & WrittenTranslation)

/** What whoever sits here says about the agenda. */
export type AgendaEvent =
  /** To go on to that item; null is past the last. */
  | { type: 'agenda-part-proposed'; item: number | null }
  | { type: 'agenda-part-agreed'; to: MoveTo }
  /** A proposal is declined, or taken back. */
  | { type: 'agenda-part-refused'; to: MoveTo }
  /** The open part in progress is closed, by one's own side alone. */
  | { type: 'agenda-part-closed' }
  /** One would like to speak, or no longer. */
  | { type: 'agenda-floor-pressed' }

/** What whoever sits here wants to hear. */
export type ListeningGesture =
  /** Undefined for the floor. */
  | { type: 'listening-chosen'; channel: Channel | undefined }
  /** How loud the floor is under an interpretation, from 0 to 100. */
  | { type: 'under-chosen'; percent: number }

/** What goes with messages: a translation that is written, and letters that are shown as they are typed. */
export type WritingGesture =
  | { type: 'letters-switched'; isOn: boolean }
  | { type: 'translating-begun'; row: MessageRow }
  | { type: 'translating-into'; language: string }
  | { type: 'translating-changed'; text: string }
  | { type: 'translating-given-up' }
  | { type: 'translating-sent' }

/** Whether this device records the open parts from now on. */
export type RecordingGesture = { type: 'agenda-recording-switched'; isOn: boolean }

/** What whoever sits here answers the aide’s question. */
export type AideGesture = { type: 'aide-allowed' | 'aide-refused'; id: string }

export type CallScreenEvent =
  | CallDeed
  | CallGesture
  | PrivateEvent
  | AgendaEvent
  | ListeningGesture
  | WritingGesture
  | RecordingGesture
  | AideGesture

/** Which list stands beside the pictures; on a phone, below them. */
export type Panel = 'people' | 'languages' | 'private' | 'messages'

/** Dialogs that one opens oneself. */
export type OwnDialog =
  | 'agenda'
  | 'call-code'
  | 'company'
  | 'devices'
  | 'languages'
  | 'leave'
  | 'notices'
  | 'turned-away'
