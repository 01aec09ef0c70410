import type { EnvelopeTo } from './envelope.ts'

const NONCE_BYTES = 12

/**
 * By it the members of a room know that whoever waits outside under a media identity belongs to their call,
 * and not who it is: nothing, sealed with AES-256-GCM under the room's envelope key, bound to call, room
 * and identity. Base64url of nonce and tag, 28 bytes.
 */
export async function writeWaitingNote(to: EnvelopeTo, identity: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const tag = await crypto.subtle.encrypt(parameters(to, identity, iv), to.key, new Uint8Array())
  const note = new Uint8Array([...iv, ...new Uint8Array(tag)])
  return note.toBase64({ alphabet: 'base64url', omitPadding: true })
}

/** Whether a note was written for that identity by somebody who has the key of the room's envelopes. */
export async function isWaitingNote(
  to: EnvelopeTo,
  { identity, note }: { identity: string; note: string },
): Promise<boolean> {
  try {
    const bytes = Uint8Array.fromBase64(note, { alphabet: 'base64url' })
    const [iv, tag] = [bytes.slice(0, NONCE_BYTES), bytes.slice(NONCE_BYTES)]
    const inside = await crypto.subtle.decrypt(parameters(to, identity, iv), to.key, tag)
    return inside.byteLength === 0
  } catch {
    return false
  }
}

function parameters({ call, room }: EnvelopeTo, identity: string, iv: BufferSource): AesGcmParams {
  const additionalData = new TextEncoder().encode(JSON.stringify([call, room, 'waiting', identity]))
  return { name: 'AES-GCM', iv, additionalData }
}
