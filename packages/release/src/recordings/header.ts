import {
  AgreementKey,
  CallId,
  CompactJwe,
  Hash,
  PublicKey,
  SeatId,
  SideId,
  Time,
  type Bytes,
  type CompactJws,
} from '@parley/protocol'
import { payloadOf, readPayload, sealTo, signJws, toText, verifyJws } from '@parley/seal'
import * as v from 'valibot'

/** With what a recording begins: whose it is, and its key, which nobody but the desk of its side can open. */
export const RecordingHeader = v.strictObject({
  call: CallId,
  /** Random: of two recordings of one seat neither is taken for the other. */
  id: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  side: SideId,
  seat: SeatId,
  /** The device that recorded, which signs this, and the pass by which it sits in that seat. */
  device: PublicKey,
  pass: Hash,
  /** The key of the side to which the recording's key is sealed. */
  agreement: AgreementKey,
  key: CompactJwe,
  /** When it is destroyed, as the agreed plan says. */
  keepUntil: Time,
  at: Time,
})
export type RecordingHeader = v.InferOutput<typeof RecordingHeader>

const KEY_BYTES = 32

/** A new key, which can seal and not open, and the only way back to it. */
export async function makeRecordingKey(
  agreement: AgreementKey,
): Promise<{ key: CryptoKey; sealed: CompactJwe }> {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  const sealed = await sealTo(agreement, bytes)
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt'])
  bytes.fill(0)
  return { key, sealed }
}

/** The key of a recording as its desk opened it: it opens, and seals nothing. Refuses what is no key by a `DataError`. */
export function openingKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt'])
}

/** Signed as `parley-recording`, by the device it names. */
export function signRecordingHeader(
  deviceKey: CryptoKey,
  header: RecordingHeader,
): Promise<CompactJws> {
  return signJws(deviceKey, 'parley-recording', v.parse(RecordingHeader, header))
}

/**
 * The header, if the device it names signed it. Whether that device sat in that seat, the pass says.
 * Refuses with `bad-signature` or `malformed`.
 */
export async function verifyRecordingHeader(bytes: Bytes): Promise<RecordingHeader> {
  const jws = new TextDecoder().decode(bytes)
  const { device } = readPayload(RecordingHeader, payloadOf(jws))
  return readPayload(RecordingHeader, await verifyJws(jws, 'parley-recording', device))
}

/** A name of its own on a disk. */
export function recordingName({ call, seat, id }: Pick<RecordingHeader, 'call' | 'seat' | 'id'>) {
  return `${call}.${seat}.${id}${RECORDING_ENDS}`
}

/** How the name of a recording ends, on a disk and as a file that is carried over. */
export const RECORDING_ENDS = '.parley-recording'

/** Random, for a header. */
export function newRecordingId(): string {
  return toText(crypto.getRandomValues(new Uint8Array(16)))
}
