import * as v from 'valibot'
import { Envelope, parseAs } from './clientMessage.ts'
import {
  AgreementKey,
  CallId,
  CompactJwe,
  CompactJws,
  DocumentKind,
  EnrolmentId,
  FileBearer,
  Hash,
  Nonce,
  PublicKey,
  RoomId,
  SeatId,
  SideId,
} from './ids.ts'
import { LogNumber, RequestId, Time, Version } from './numbers.ts'
import { HTTP_STATUS, Refusal, type RefusalCode } from './refusal.ts'

const Code: v.GenericSchema<string, RefusalCode> = v.picklist(
  Object.keys(HTTP_STATUS) as [RefusalCode, ...RefusalCode[]],
)
const Logged = v.object({ number: LogNumber, envelope: Envelope })

/** What a socket was let in as. */
export const Standing = v.variant('as', [
  v.object({ as: v.literal('desk'), call: CallId, side: SideId }),
  v.object({ as: v.literal('device'), call: CallId, side: SideId, seat: SeatId }),
  v.object({ as: v.literal('seat-link'), call: CallId, side: SideId, seat: SeatId }),
  v.object({ as: v.literal('invitation'), call: CallId, side: SideId }),
])
export type Standing = v.InferOutput<typeof Standing>

/** Where an enrolment stands. To the desk it comes with everything so far; to the device with its own steps. */
export const EnrolmentState = v.object({
  enrolment: EnrolmentId,
  seat: SeatId,
  commitment: Hash,
  answer: v.optional(CompactJws),
  revealed: v.optional(
    v.object({ device: PublicKey, agreement: AgreementKey, r: Nonce, signature: CompactJws }),
  ),
  ended: v.optional(v.picklist(['granted', 'refused'])),
})
export type EnrolmentState = v.InferOutput<typeof EnrolmentState>

/** What the server says. Clients check its form, and believe none of it by itself. */
export const ServerMessage = v.variant('type', [
  v.object({ type: v.literal('challenge'), nonce: Nonce }),
  v.object({ type: v.literal('welcome'), standing: Standing, nowMs: Time }),
  v.object({ type: v.literal('done'), id: RequestId, result: v.record(v.string(), v.unknown()) }),
  /** With an id it answers that request; without one it ends the socket. */
  v.object({ type: v.literal('refused'), id: v.optional(RequestId), code: Code }),
  v.object({
    type: v.literal('document'),
    number: LogNumber,
    kind: DocumentKind,
    version: Version,
    side: SideId,
    sealed: CompactJwe,
  }),
  v.object({ type: v.literal('logged'), room: RoomId, ...Logged.entries }),
  /** Another group was founded in the room; the present one is over. */
  v.object({ type: v.literal('founded'), room: RoomId, number: LogNumber }),
  v.object({ type: v.literal('enrolment'), ...EnrolmentState.entries }),
  /** To the inviting desk: a side filed its keys. */
  v.object({ type: v.literal('side-filed'), side: SideId, document: CompactJws }),
  /** To an invited seal, or a device: its grant is there to be read. */
  v.object({ type: v.literal('granted') }),
  /** The media server went away or is back. A hint when to connect again, and no more. */
  v.object({ type: v.literal('media-server'), isThere: v.boolean() }),
])
export type ServerMessage = v.InferOutput<typeof ServerMessage>

/** What `done` carries, by request. A client parses it with these. */
export const Done = {
  'read-invitation': v.object({ side: SideId, invitation: CompactJwe }),
  'ask-enrolment': v.object({ enrolment: EnrolmentId }),
  'read-grant': v.object({ grant: CompactJwe }),
  'store-document': v.object({ number: LogNumber }),
  'follow-documents': v.object({ last: LogNumber }),
  'offer-file': v.object({ file: Hash, missing: v.array(Hash) }),
  'ask-file-bearer': v.object({ bearer: FileBearer }),
  publish: v.object({ publicFrom: Time }),
  'list-published': v.object({
    published: v.array(
      v.object({ item: DocumentKind, version: Version, hash: Hash, publicFrom: Time }),
    ),
  }),
  found: v.object({ number: LogNumber }),
  append: v.object({ number: LogNumber }),
  'read-commits': v.object({ entries: v.array(Logged), last: LogNumber }),
  'read-kept': v.object({ entries: v.array(Logged) }),
  'follow-room': v.object({ last: LogNumber }),
  join: v.object({ number: LogNumber }),
  'ask-turn': v.object({ isAnybodyThere: v.boolean() }),
  'ask-media-token': v.object({ token: v.string(), path: v.string(), room: v.string() }),
} as const

/** Refuses with `malformed`. */
export function parseServerMessage(text: string): ServerMessage {
  return parseAs(ServerMessage, text)
}

/** Reads what a `done` carries. Refuses with `malformed`. */
export function parseDone<K extends keyof typeof Done>(
  request: K,
  result: unknown,
): v.InferOutput<(typeof Done)[K]> {
  const parsed = v.safeParse(Done[request], result)
  if (!parsed.success) throw new Refusal('malformed', { cause: parsed.issues })
  return parsed.output
}
