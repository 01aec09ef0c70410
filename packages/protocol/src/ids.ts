import * as v from 'valibot'

/** Bytes as WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>

/** 16 bytes derived from the call secret: random to the server, which knows a call by nothing else. */
export type CallId = string & v.Brand<'CallId'>
export const CallId: v.GenericSchema<string, CallId> = v.pipe(
  v.string(),
  v.regex(/^[\w-]{21}[AQgw]$/),
  v.brand('CallId'),
)

const ThirtyTwoBytes = v.pipe(v.string(), v.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/))

/** An Ed25519 public key, of a device, a leaf or a seal: 32 bytes in their one canonical base64url spelling. */
export type PublicKey = string & v.Brand<'PublicKey'>
export const PublicKey: v.GenericSchema<string, PublicKey> = v.pipe(
  ThirtyTwoBytes,
  v.brand('PublicKey'),
)

/** An X25519 public key, of a device or a side: what a grant is sealed to. */
export type AgreementKey = string & v.Brand<'AgreementKey'>
export const AgreementKey: v.GenericSchema<string, AgreementKey> = v.pipe(
  ThirtyTwoBytes,
  v.brand('AgreementKey'),
)

/** A SHA-256, in base64url. */
export type Hash = string & v.Brand<'Hash'>
export const Hash: v.GenericSchema<string, Hash> = v.pipe(ThirtyTwoBytes, v.brand('Hash'))

/** 32 random bytes, in base64url: a challenge's nonce, the `r` of an enrolment. */
export type Nonce = string & v.Brand<'Nonce'>
export const Nonce: v.GenericSchema<string, Nonce> = v.pipe(ThirtyTwoBytes, v.brand('Nonce'))

/** What a link lets one ask with. The server keeps its SHA-256 only. */
export type LinkToken = string & v.Brand<'LinkToken'>
export const LinkToken: v.GenericSchema<string, LinkToken> = v.pipe(
  ThirtyTwoBytes,
  v.brand('LinkToken'),
)

/** What a desk puts and gets the pieces of files with, for some minutes. The server keeps its SHA-256 only. */
export type FileBearer = string & v.Brand<'FileBearer'>
export const FileBearer: v.GenericSchema<string, FileBearer> = v.pipe(
  ThirtyTwoBytes,
  v.brand('FileBearer'),
)

const EightBytes = v.pipe(v.string(), v.regex(/^[\w-]{10}[AEIMQUYcgkosw048]$/))

/** A party to a call. Opaque: its name and flag are in the plan, sealed. */
export type SideId = string & v.Brand<'SideId'>
export const SideId: v.GenericSchema<string, SideId> = v.pipe(EightBytes, v.brand('SideId'))

/** One person's place in a call. Opaque: the name that goes with it is in the delegation, sealed. */
export type SeatId = string & v.Brand<'SeatId'>
export const SeatId: v.GenericSchema<string, SeatId> = v.pipe(EightBytes, v.brand('SeatId'))

/** `plenary`, `caucus/<side>` or `seat/<seat>`: unique within its call. */
export type RoomId = string & v.Brand<'RoomId'>
export const RoomId: v.GenericSchema<string, RoomId> = v.pipe(
  v.string(),
  v.regex(/^(plenary|(caucus|seat)\/[\w-]{10}[AEIMQUYcgkosw048])$/),
  v.brand('RoomId'),
)

/** One open request of a device for the pass of a seat. */
export type EnrolmentId = string & v.Brand<'EnrolmentId'>
export const EnrolmentId: v.GenericSchema<string, EnrolmentId> = v.pipe(
  EightBytes,
  v.brand('EnrolmentId'),
)

/** Twelve bits of a key id. A leaf never uses one twice. */
export type TrackNumber = number & v.Brand<'TrackNumber'>
export const TrackNumber: v.GenericSchema<number, TrackNumber> = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(4095),
  v.brand('TrackNumber'),
)

/** A place in the ratchet tree. Ten bits of a key id carry it, so there are 1,024. */
export type LeafIndex = number & v.Brand<'LeafIndex'>
export const LeafIndex: v.GenericSchema<number, LeafIndex> = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(1023),
  v.brand('LeafIndex'),
)

/** The names of documents. `desk/<side>` is a desk's word of the minute: what its lists are now. */
export type DocumentKind = string & v.Brand<'DocumentKind'>
export const DocumentKind: v.GenericSchema<string, DocumentKind> = v.pipe(
  v.string(),
  v.regex(
    /^(plan|announcement|record|(clip|clip-file|refusal|joint|joint-answer)\/[1-9]\d?|(side|delegation|pass|withdrawal|desk|record-refusal|readout(-draft|-version|-remarks)?)\/[\w-]{10}[AEIMQUYcgkosw048])$/,
  ),
  v.brand('DocumentKind'),
)

/** Whether documents of that kind are sealed to one side: what it writes before it publishes. No other is sent them. */
export function isOfOneSide(kind: DocumentKind): boolean {
  return /^readout(-|\/)/.test(kind)
}

/** A JWS in its compact form. What is in it is for whoever verifies it. */
export type CompactJws = string & v.Brand<'CompactJws'>
export const CompactJws: v.GenericSchema<string, CompactJws> = v.pipe(
  v.string(),
  v.maxLength(256 * 1024),
  v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/),
  v.brand('CompactJws'),
)

/** A JWE in its compact form. */
export type CompactJwe = string & v.Brand<'CompactJwe'>
export const CompactJwe: v.GenericSchema<string, CompactJwe> = v.pipe(
  v.string(),
  v.maxLength(384 * 1024),
  v.regex(/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/),
  v.brand('CompactJwe'),
)

/** The caucus of a side. */
export function caucusOf(side: SideId): RoomId {
  return v.parse(RoomId, `caucus/${side}`)
}

/** The room that all sides share. */
export const PLENARY: RoomId = v.parse(RoomId, 'plenary')
