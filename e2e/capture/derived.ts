import type { RoomId } from '@parley/protocol'
import { keyLabel } from '../../packages/sframe/src/keySchedule.ts'

const KEY_BITS = 256

/** The bytes of each key that a call or a side derives from its secret, as `docs/protocol.md` names them. */
export function keysFrom(
  secret: Uint8Array,
  rooms: readonly RoomId[],
): Promise<[string, Uint8Array][]> {
  const labels = [
    'parley documents',
    'parley grant',
    'parley invitation',
    ...rooms.map((room) => `parley envelopes ${room}`),
  ]
  return Promise.all(
    labels.map(async (label): Promise<[string, Uint8Array]> => {
      const info = new TextEncoder().encode(label)
      return [label, await derive(secret, { hash: 'SHA-256', info })]
    }),
  )
}

/** The bytes of what seals the frames of a key id. RFC 9605, 4.4.2. */
export function frameKeyFrom(baseKey: Uint8Array, kid: number): Promise<Uint8Array> {
  return derive(baseKey, { hash: 'SHA-512', info: keyLabel(BigInt(kid)) })
}

async function derive(
  secret: Uint8Array,
  { hash, info }: { hash: string; info: Uint8Array<ArrayBuffer> },
): Promise<Uint8Array> {
  const from = await crypto.subtle.importKey('raw', secret.slice(), 'HKDF', false, ['deriveBits'])
  const hkdf = { name: 'HKDF', hash, salt: new Uint8Array(), info }
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf, from, KEY_BITS))
}
