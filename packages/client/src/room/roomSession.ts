import type {
  AgendaSaid,
  AnnouncedTrack,
  AttestedFrames,
  Channel,
  Companion,
  DisplayWord,
  EndedBy,
  JoinsAgainBy,
  ListsHeard,
  MediaEpoch,
  MicrophoneWord,
  OrderWord,
  RemovedBecause,
  RequestKind,
  Seated,
} from '@parley/call'
import type {
  Bytes,
  CompactJws,
  DocumentKind,
  LeafIndex,
  PublicKey,
  RoomId,
  SeatId,
  SideId,
} from '@parley/protocol'

/** The epoch of each room, and the first 16 bytes of its authenticator. */
export type OtherRooms = Record<RoomId, [epoch: number, authenticator: string]>

/** What one says into a room, before it is an MLS message. */
export type Word =
  | ({
      word: 'heartbeat'
      nextMs: number
      microphone: MicrophoneWord
      tracks: readonly AnnouncedTrack[]
      hears: ReadonlySet<LeafIndex>
      sees: ReadonlySet<LeafIndex>
      lineMs?: number
      listens?: Channel
      company?: readonly Companion[]
      /** Other rooms as this leaf knows them; only a room of one side names any. */
      rooms?: OtherRooms
      /** How many of its own texts are in the log. The room says it. */
      texts?: number
    } & AgendaSaid)
  | ({ word: 'microphone' } & MicrophoneWord)
  /** What its leaf sent: it signs for each frame. */
  | ({ word: 'attested' } & AttestedFrames)
  /** What came as those leaves' is not confirmed: how far are they? */
  | { word: 'how-far'; id: number; of: ReadonlySet<LeafIndex> }
  | {
      word: 'text'
      id: string
      text: string
      atMs: number
      language?: string
      to?: SeatId
      /** The place among the texts of its leaf. The room says it. */
      n?: number
    }
  | { word: 'translation'; of: { from: SeatId; id: string }; language: string; text: string }
  | { word: 'typing'; id: string; text: string }
  | {
      word: 'request'
      id: string
      what: RequestKind
      of?: SeatId
    }
  | { word: 'request-seen'; id: string; from: SeatId }
  | { word: 'hand-over'; into: string; to?: LeafIndex }
  | DisplayWord
  | OrderWord
  | { word: 'wait' }
  | { word: 'leave' }
  | {
      word: 'documents'
      documents: readonly {
        kind: DocumentKind
        version: number
        signatures: readonly { side: SideId; jws: CompactJws }[]
      }[]
    }

/** A word as it was heard: from the leaf whose key opened it, never from one it names. */
export type HeardWord = {
  from: LeafIndex
  /** How a heartbeat's lists stand to this window's own; undefined for other words. */
  lists: ListsHeard | undefined
  /** What its author has an older version of than this window: whoever has the newer one sends it. */
  lacks: readonly DocumentKind[]
  word: Word
}

/** What happens in a room. */
export type RoomEvent =
  /** Who sits in the group that one would enter, as they are known to the media server. */
  | { type: 'expected'; identities: readonly string[] }
  | {
      type: 'entered'
      leaf: LeafIndex
      leafKey: PublicKey
      epoch: number
      mustHear: 'own-side' | 'anyone' | 'nobody'
    }
  | {
      type: 'epoch'
      epoch: MediaEpoch
      members: readonly Seated[]
      /** Whose commit it was: its key is new. */
      renewed?: LeafIndex | undefined
    }
  /** That commit brought nothing one could join the epoch with: somebody else is to refresh. */
  | { type: 'unjoinable'; by: LeafIndex; epoch: number }
  /** New lists or the passing of time changed who is held. */
  | { type: 'standing-changed'; members: readonly Seated[] }
  | { type: 'word'; heard: HeardWord }
  /** One's own word about the microphone came back: it stands in the log before what comes after this. */
  | { type: 'own-microphone-heard'; n: number }
  /** A commit that can never be right was passed over; whose it is, where a member signed it. */
  | { type: 'skipped'; code: string; by: SeatId | undefined }
  /** What somebody wrote has not come here. */
  | { type: 'text-missed'; from: LeafIndex }
  /** One does not take the groups that are there. */
  | { type: 'not-entered'; code: string }
  | {
      type: 'removed-others'
      seats: readonly SeatId[]
      because: RemovedBecause
      by: SeatId | undefined
    }
  | { type: 'must-join-again'; by: JoinsAgainBy }
  /** Joining anew did not help: somebody fills the log with what cannot be read, or the server keeps it split. */
  | { type: 'unsettled'; by: JoinsAgainBy }
  /** Somebody, or a desk, wrote for the record. Whose it is, is for whoever reads it. */
  | { type: 'entry'; statement: Bytes }
  | { type: 'ended'; by: EndedBy }
  | { type: 'socket-lost' }
  | { type: 'socket-back' }

/** One's place in a room: the log, the group, and the words in it. */
export interface RoomSession extends AsyncDisposable {
  readonly room: RoomId
  listen(hear: (event: RoomEvent) => void): Disposable
  /** Waits outside: makes the leaf that will enter, whose key it tells, and keeps its way in ready. */
  prepare(): Promise<PublicKey>
  /** Founds or joins, and tries again until it is in or this is disposed of. */
  join(): Promise<void>
  /**
   * Resolves once all who are in the epoch may have heard it: a heartbeat, once the log has it. Rejects
   * while there is no group, when the line is lost, and what is for people while somebody is there who is held.
   */
  say(word: Word): Promise<void>
  /**
   * Says that one leaves, for a page that is about to be gone and waits for nothing: the word was made
   * ahead, for this epoch. Within the first second of one, nothing is said.
   */
  farewell(): void
  remove(leaves: readonly LeafIndex[], because: RemovedBecause): Promise<void>
  refresh(): Promise<void>
  /** Looks again at who is held: the lists or the clock moved on. */
  reconsider(): void
}
