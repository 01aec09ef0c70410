import type { Bytes, CallId, RoomId } from '@parley/protocol'
import { joinParts, splitParts } from './parts.ts'

/** The key of a room's envelopes, and the room it is for. */
export type EnvelopeTo = { key: CryptoKey; call: CallId; room: RoomId }

/** The start of a group: its first GroupInfo, and the tree with its founder. */
export type Founding = { kind: 'founding'; epoch: 0; groupInfo: Bytes; tree: Bytes }

/** A commit of an epoch, and what the next joiner needs: the GroupInfo after it, and at times the tree. */
export type LoggedCommit = {
  kind: 'commit'
  epoch: number
  commit: Bytes
  groupInfo: Bytes
  tree: Bytes | undefined
}

/** A message inside MLS. */
export type LoggedMessage = { kind: 'message'; epoch: number; message: Bytes }

/** What a leaf signs of being there or leaving, for readers of the log who are no members: a JWS, in UTF-8. */
export type LoggedPresence = { kind: 'presence'; epoch: number; statement: Bytes }

/** What somebody signs for the record, likewise. It is of no epoch. */
export type RecordEntry = { kind: 'entry'; epoch: 0; statement: Bytes }

/** What an entry of the log says once it is open. It proves nothing: any member can make one. */
export type Opened = Founding | LoggedCommit | LoggedMessage | LoggedPresence | RecordEntry

const KINDS = ['founding', 'commit', 'message', 'presence', 'entry'] as const
const NONCE_BYTES = 12
const HEADER_BYTES = 9

/**
 * AES-256-GCM with a random nonce, bound to call and room. Kind and epoch are the first bytes of the
 * plaintext, so the server sees neither. Base64url, as it travels.
 */
export async function sealEnvelope(to: EnvelopeTo, opened: Opened): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(parameters(to, iv), to.key, encode(opened)),
  )
  const envelope = new Uint8Array(NONCE_BYTES + sealed.length)
  envelope.set(iv)
  envelope.set(sealed, NONCE_BYTES)
  return envelope.toBase64({ alphabet: 'base64url', omitPadding: true })
}

/** What an entry of the log says; nothing if it is noise, or was sealed for another room. */
export async function openEnvelope(to: EnvelopeTo, envelope: string): Promise<Opened | undefined> {
  try {
    const bytes = Uint8Array.fromBase64(envelope, { alphabet: 'base64url' })
    const iv = bytes.slice(0, NONCE_BYTES)
    const sealed = bytes.subarray(NONCE_BYTES)
    return decode(new Uint8Array(await crypto.subtle.decrypt(parameters(to, iv), to.key, sealed)))
  } catch {
    return undefined
  }
}

function parameters({ call, room }: EnvelopeTo, iv: Bytes): AesGcmParams {
  const additionalData = new TextEncoder().encode(JSON.stringify([call, room]))
  return { name: 'AES-GCM', iv, additionalData }
}

function encode(opened: Opened): Bytes {
  const parts = joinParts(partsOf(opened))
  const bytes = new Uint8Array(HEADER_BYTES + parts.length)
  bytes[0] = KINDS.indexOf(opened.kind)
  new DataView(bytes.buffer).setBigUint64(1, BigInt(opened.epoch))
  bytes.set(parts, HEADER_BYTES)
  return bytes
}

function partsOf(opened: Opened): Uint8Array[] {
  switch (opened.kind) {
    case 'founding':
      return [opened.groupInfo, opened.tree]
    case 'commit':
      return [opened.commit, opened.groupInfo, ...(opened.tree ? [opened.tree] : [])]
    case 'message':
      return [opened.message]
    case 'presence':
    case 'entry':
      return [opened.statement]
  }
}

function decode(bytes: Bytes): Opened | undefined {
  if (bytes.length < HEADER_BYTES) return undefined
  const kind = KINDS[bytes[0] ?? KINDS.length]
  const epoch = Number(new DataView(bytes.buffer).getBigUint64(1))
  const parts = splitParts(bytes.slice(HEADER_BYTES))
  if (!kind || !parts || !Number.isSafeInteger(epoch)) return undefined
  const [first, second, third] = parts
  if (kind === 'founding')
    return epoch === 0 && first && second && parts.length === 2
      ? { kind, epoch, groupInfo: first, tree: second }
      : undefined
  if (kind === 'commit')
    return first && second && parts.length <= 3
      ? { kind, epoch, commit: first, groupInfo: second, tree: third }
      : undefined
  if (!first || parts.length !== 1) return undefined
  if (kind === 'entry') return epoch === 0 ? { kind, epoch, statement: first } : undefined
  return kind === 'message' ? { kind, epoch, message: first } : { kind, epoch, statement: first }
}
