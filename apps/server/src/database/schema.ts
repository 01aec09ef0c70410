import type {
  AgreementKey,
  Bytes,
  CallId,
  CompactJwe,
  CompactJws,
  DocumentKind,
  EnrolmentId,
  Hash,
  Nonce,
  PublicKey,
  RoomId,
  SeatId,
  SideId,
} from '@parley/protocol'
import type { PublicItem } from '@parley/release'
import type { Generated, Kysely, Transaction } from 'kysely'

/**
 * The tables, as TypeScript sees them. Small: the server stores what it cannot read. Times are Unix
 * milliseconds; `characters` is the length of the text beside it, so that it is counted without being read.
 */
export interface Schema {
  call: { id: CallId; last_document: number; created_at: number }
  /** `documents` and `characters` are of what it stored; `files` and `file_bytes` of the files it offered. */
  side: {
    call: CallId
    side: SideId
    seal: PublicKey
    documents: number
    characters: number
    files: Generated<number>
    file_bytes: Generated<number>
  }
  /** Those that a side gave links to. Of the same id, each side has its own. */
  seat: { call: CallId; side: SideId; seat: SeatId }
  /** `seat` is set for a seat link; `inviter` and `invitation` for an invitation. */
  link: {
    token_hash: Hash
    call: CallId
    side: SideId
    seat: SeatId | null
    inviter: SideId | null
    invitation: CompactJwe | null
    filed: CompactJws | null
    filed_seal: PublicKey | null
    spent_at: number | null
  }
  enrolment: {
    id: EnrolmentId
    call: CallId
    side: SideId
    seat: SeatId
    link: Hash
    slot: number
    commitment: Hash
    answer: CompactJws | null
    device: PublicKey | null
    agreement: AgreementKey | null
    r: Nonce | null
    signature: CompactJws | null
    ended: 'granted' | 'refused' | null
    asked_at: number
  }
  /** `withdrawn_at`: by its desk, or by the grant to another device of its seat, which `replaced_by` then names. */
  device: {
    call: CallId
    device: PublicKey
    side: SideId
    seat: SeatId
    listen: 0 | 1
    /** Of an aide's console: the seat whose display it drives. */
    drives: SeatId | null
    expires_at: number
    withdrawn_at: number | null
    replaced_by: PublicKey | null
  }
  key_grant: { call: CallId; key: PublicKey; sealed: CompactJwe }
  document: {
    call: CallId
    kind: DocumentKind
    version: number
    side: SideId
    number: number
    characters: number
    sealed: CompactJwe
  }
  /** `file` is the SHA-256 of the hashes of its pieces, and its bytes are as offered: sealed, or for the public. */
  file: { call: CallId; file: Hash; side: SideId; bytes: number; offered_at: number }
  /** `content` is there once it was put. A file may hold the same piece in several places. */
  file_piece: { call: CallId; file: Hash; place: number; hash: Hash; content: Bytes | null }
  file_bearer: { token_hash: Hash; call: CallId; side: SideId; until: number }
  /**
   * A version that is public from `public_from` on: `heading` as JSON is what lists show of it, `signatures` as JSON
   * one JWS of each side. It is only added to.
   */
  publication: {
    call: CallId
    item: PublicItem
    version: number
    hash: Hash
    stored_at: number
    public_from: number
    heading: string
    signatures: string
  }
  /** `hash` is what the version names, `file` the name under which it was put. */
  public_file: {
    call: CallId
    item: PublicItem
    version: number
    type: string
    hash: Hash
    file: Hash
  }
  /** `founded_at` is the number of the present group's founding in the log. */
  room: { call: CallId; room: RoomId; last: number; founded_at: number; media_room: string }
  entry: {
    call: CallId
    room: RoomId
    number: number
    kind: EntryKind
    author: PublicKey
    stored_at: number
    characters: number
    envelope: string
  }
  /** How much of a room's log is of that seal or device. */
  room_share: {
    call: CallId
    room: RoomId
    side: SideId
    author: PublicKey
    characters: number
  }
  /** Who posted in a room's present group, by socket: while one of another socket is there, nobody founds anew. */
  poster: { call: CallId; room: RoomId; socket: string; instance: string }
  /** A running server. One not seen lately has no sockets any more. */
  instance: { id: string; seen_at: number }
  /** `given_at`: when it was last given a token, or found in after its device was ended. */
  media_identity: {
    call: CallId
    room: RoomId
    identity: string
    device: PublicKey
    given_at: number
  }
}

/** What an envelope was said to be; a hint of its author. What is kept is not let go of with words. */
export type EntryKind = 'founding' | 'commit' | 'word' | 'kept'

export type Database = Kysely<Schema>
/** What a store function takes: on SQLite, the database inside a transaction would wait for ever. */
export type Connection = Kysely<Schema> | Transaction<Schema>
