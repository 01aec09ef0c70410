import * as v from 'valibot'
import {
  AgreementKey,
  CallId,
  CompactJwe,
  CompactJws,
  DocumentKind,
  EnrolmentId,
  Hash,
  LinkToken,
  Nonce,
  PublicKey,
  RoomId,
  SeatId,
  SideId,
} from './ids.ts'
import { LIMITS } from './limits.ts'
import { LogNumber, RequestId, Time, Version } from './numbers.ts'
import { Refusal } from './refusal.ts'

/** AES-256-GCM of a kind, an epoch and MLS bytes: all that the server sees of a room. */
export const Envelope: v.GenericSchema<string, string> = v.pipe(
  v.string(),
  v.minLength(1),
  v.regex(/^[\w-]+$/),
)

/** AES-256-GCM of nothing: nonce and tag. */
const WaitingNote = v.pipe(v.string(), v.regex(/^[\w-]{38}$/))

const request = { id: RequestId }

/**
 * What a client may say over the socket. `hello` comes first and has no id. Each request carries an
 * id of the client's own, and is answered by `done` or `refused` with the same id.
 */
export const ClientMessage = v.variant('type', [
  /** A seal or a device that has a pass. Answered by `challenge`. */
  v.strictObject({ type: v.literal('hello'), call: CallId, key: PublicKey }),
  /** Before a grant: whoever holds a link. Answered by `welcome`, without a challenge. */
  v.strictObject({ type: v.literal('hello-link'), token: LinkToken }),
  /** JWS `parley-sign-in` over `{nonce, call, server, at}`. Answered by `welcome`. */
  v.strictObject({ type: v.literal('prove'), proof: CompactJws }),

  /** Desk: a link for a seat of its side. The server keeps the token's hash. A new one replaces the seat's unspent old one. */
  v.strictObject({ type: v.literal('open-seat-link'), ...request, tokenHash: Hash, seat: SeatId }),
  /**
   * Desk: a link for another side, with the plan as proposed, sealed under the link. A new one replaces
   * the desk's own unspent old one; refused with `already-invited` while another desk's is open.
   */
  v.strictObject({
    type: v.literal('open-invitation'),
    ...request,
    tokenHash: Hash,
    side: SideId,
    invitation: CompactJwe,
  }),
  /** Invitation link: the sealed plan as proposed. Done: `{invitation, side}`. */
  v.strictObject({ type: v.literal('read-invitation'), ...request }),
  /** Invitation link: JWS of `side/<side>`, by the seal it names. The last one filed counts until the grant. */
  v.strictObject({ type: v.literal('file-side'), ...request, document: CompactJws }),
  /** Inviting desk: lets that seal in as the desk of that side, and spends the invitation. */
  v.strictObject({
    type: v.literal('grant-side'),
    ...request,
    side: SideId,
    seal: PublicKey,
    grant: CompactJwe,
  }),

  /** Seat link, step 1 of an enrolment. Done: `{enrolment}`. */
  v.strictObject({ type: v.literal('ask-enrolment'), ...request, commitment: Hash }),
  /** Desk, step 2: JWS `parley-enrolment` over `{call, seat, commitment, nonce}`. Once. */
  v.strictObject({
    type: v.literal('answer-enrolment'),
    ...request,
    enrolment: EnrolmentId,
    answer: CompactJws,
  }),
  /** Seat link, step 3: keys, r, and step 2's bytes signed by the device key. Once. */
  v.strictObject({
    type: v.literal('reveal-enrolment'),
    ...request,
    enrolment: EnrolmentId,
    device: PublicKey,
    agreement: AgreementKey,
    r: Nonce,
    signature: CompactJws,
  }),
  /**
   * Desk, step 5: approves the device (`approve` statement), stores its grant and its pass, spends the
   * link and withdraws the seat's other devices, in one transaction. Refused with `document-exists` if
   * the seat has a pass of that version.
   */
  v.strictObject({
    type: v.literal('grant-enrolment'),
    ...request,
    enrolment: EnrolmentId,
    statement: CompactJws,
    grant: CompactJwe,
    pass: v.strictObject({ version: Version, sealed: CompactJwe }),
  }),
  /** Desk: ends an enrolment, as after a wrong code. */
  v.strictObject({ type: v.literal('refuse-enrolment'), ...request, enrolment: EnrolmentId }),
  /** A seal or device: the grant stored for its key. Done: `{grant}`. */
  v.strictObject({ type: v.literal('read-grant'), ...request }),

  /** Desk: JWS `parley-desk` over `{say: 'withdraw', call, side, device, at}`. Its socket is closed. */
  v.strictObject({ type: v.literal('withdraw'), ...request, statement: CompactJws }),

  /** Desk: stores a sealed document under `(call, kind, version, side)`; the side is the desk's own. Done: `{number}`. */
  v.strictObject({
    type: v.literal('store-document'),
    ...request,
    kind: DocumentKind,
    version: Version,
    sealed: CompactJwe,
  }),
  /** Every document after that number comes as `document`, then all new ones. Done: `{last}`. */
  v.strictObject({ type: v.literal('follow-documents'), ...request, after: LogNumber }),

  /**
   * Desk: that it will put a file of that many bytes, of which these are the SHA-256 of the pieces, in order; all
   * but the last have `LIMITS.pieceBytes`. The same again tells what is still missing. Done: `{file, missing}`.
   */
  v.strictObject({
    type: v.literal('offer-file'),
    ...request,
    bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.fileBytes)),
    pieces: v.pipe(
      v.array(Hash),
      v.minLength(1),
      v.maxLength(Math.ceil(LIMITS.fileBytes / LIMITS.pieceBytes)),
    ),
  }),
  /** Desk: lets go of a file that its side offered. Refused with `file-unknown`, and with `not-permitted` where it is published. */
  v.strictObject({ type: v.literal('remove-file'), ...request, file: Hash }),
  /** Desk: what to put and get pieces with, `Authorization: Bearer`, for `LIMITS.fileBearerMs`. Done: `{bearer}`. */
  v.strictObject({ type: v.literal('ask-file-bearer'), ...request }),

  /**
   * Desk: shows to everybody, from `until` on if it is given, what all it takes have signed: of each version that is not
   * public yet, oldest first, a JWS of each side. `files` are those of the newest version of a clip, or the record's,
   * by the hashes that it names and the names they were put under. Refused with `not-agreed`, `broken-chain`,
   * `file-unknown`. The same again changes nothing. Done: `{publicFrom}`.
   */
  v.strictObject({
    type: v.literal('publish'),
    ...request,
    item: DocumentKind,
    versions: v.pipe(
      v.array(v.pipe(v.array(CompactJws), v.minLength(1), v.maxLength(LIMITS.roomsPerCall))),
      v.minLength(1),
      v.maxLength(LIMITS.versionsPerItem),
    ),
    files: v.pipe(v.array(v.strictObject({ hash: Hash, file: Hash })), v.maxLength(8)),
    until: v.nullable(Time),
  }),
  /** Desk: what the server was given to show of the call. Done: `{published: [{item, version, hash, publicFrom}]}`. */
  v.strictObject({ type: v.literal('list-published'), ...request }),

  /** Begins a new group in a room. Refused with `group-alive` while a poster of the last one is connected. Done: `{number}`. */
  v.strictObject({ type: v.literal('found'), ...request, room: RoomId, envelope: Envelope }),
  /**
   * Puts an envelope at the end of the room's log. `commit` is a hint that lets the server serve a
   * joiner the last few at once and limit their rate; nobody believes it. What is to be kept is no
   * commit, is not let go of like words, and makes nobody a poster. Done: `{number}`.
   */
  v.strictObject({
    type: v.literal('append'),
    ...request,
    room: RoomId,
    envelope: Envelope,
    commit: v.boolean(),
    keep: v.optional(v.literal(true)),
  }),
  /** What was to be kept of all groups of the room, after that number, a batch at once: empty at the end. Done: `{entries: [{number, envelope}]}`. */
  v.strictObject({ type: v.literal('read-kept'), ...request, room: RoomId, after: LogNumber }),
  /**
   * The newest commits of the room's present group, or the newest below the number `before`, oldest
   * first; fewer than `count` where they are large, and none only where there are none. The founding is
   * the first. Done: `{entries: [{number, envelope}], last}`; refused with `no-group`.
   */
  v.strictObject({
    type: v.literal('read-commits'),
    ...request,
    room: RoomId,
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(32)),
    before: v.optional(LogNumber),
  }),
  /** Everything in the room's log after that number comes as `logged`, one's own included, then all new. Done: `{last}`. */
  v.strictObject({ type: v.literal('follow-room'), ...request, room: RoomId, after: LogNumber }),
  /** No more of that room, and no poster in it any more. */
  v.strictObject({ type: v.literal('leave-room'), ...request, room: RoomId }),
  /** A turn to join, in order of asking; done when it has come: `{isAnybodyThere}`, another who posted in the room's group. It ends after `LIMITS.turnMs`, at one's next commit, or by `end-turn`. */
  v.strictObject({ type: v.literal('ask-turn'), ...request, room: RoomId }),
  v.strictObject({ type: v.literal('end-turn'), ...request, room: RoomId }),
  /**
   * A joining commit for which no turn was asked. Done: `{number}`. Refused with `not-permitted` while
   * another has a turn, and with `no-group` while no other who posted in the group is connected: then
   * one asks for a turn.
   */
  v.strictObject({ type: v.literal('join'), ...request, room: RoomId, envelope: Envelope }),

  /**
   * JWS `parley-media` by a leaf key over `{call, room, leaf, at}`, `leaf` being that key. Done:
   * `{token, path, room}`, the identity being base64url of SHA-256("parley media" ‖ leaf key). The note
   * is sealed, and shown to whoever is in the media room.
   */
  v.strictObject({
    type: v.literal('ask-media-token'),
    ...request,
    statement: CompactJws,
    note: v.optional(WaitingNote),
  }),
])
export type ClientMessage = v.InferOutput<typeof ClientMessage>

/** A message that is answered by `done` or `refused`. */
export type ClientRequest = Extract<ClientMessage, { id: number }>

/** Refuses with `too-large` or `malformed`. What it returns is trusted from here on. */
export function parseClientMessage(text: string): ClientMessage {
  if (text.length > LIMITS.messageCharacters) throw new Refusal('too-large')
  return parseAs(ClientMessage, text)
}

/** Reads JSON as a schema describes it, and nothing more. Refuses with `malformed`. */
export function parseAs<T>(schema: v.GenericSchema<unknown, T>, text: string): T {
  try {
    return v.parse(schema, JSON.parse(text))
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
}
