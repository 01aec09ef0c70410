/** Runs in the page: every key in what it stores, by every name that a room’s or a call’s key has, over every envelope. */
export async function openWithAllKept({
  envelopes,
  rooms,
}: {
  envelopes: readonly string[]
  rooms: readonly string[]
}): Promise<number> {
  const done = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      asked.addEventListener('success', () => resolve(asked.result))
      asked.addEventListener('error', () => reject(asked.error ?? new Error('Not read')))
    })
  const database = await done(indexedDB.open('parley'))
  const kept = await Promise.all(
    [...database.objectStoreNames].map((name) =>
      done(database.transaction(name).objectStore(name).getAll()),
    ),
  )
  database.close()
  const keysIn = (value: unknown): CryptoKey[] => {
    if (value instanceof CryptoKey) return [value]
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
    return Object.values(value).flatMap(keysIn)
  }
  const labels = [
    ...rooms.map((room) => `parley envelopes ${room}`),
    'parley documents',
    'parley grant',
    'parley invitation',
  ]
  const derive = (from: CryptoKey, label: string): Promise<CryptoKey> => {
    const info = new TextEncoder().encode(label)
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
    return crypto.subtle.deriveKey(hkdf, from, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
  }
  const keys = (
    await Promise.all(
      keysIn(kept).map(async (key) => {
        if (key.algorithm.name === 'HKDF') return Promise.all(labels.map((of) => derive(key, of)))
        return key.algorithm.name === 'AES-GCM' ? [key] : []
      }),
    )
  ).flat()
  const { call } = kept.flat().find((record) => 'callSecret' in record) as { call: string }
  const opens = async (envelope: string, key: CryptoKey, room: string): Promise<boolean> => {
    const bytes = Uint8Array.fromBase64(envelope, { alphabet: 'base64url' })
    const additionalData = new TextEncoder().encode(JSON.stringify([call, room]))
    const gcm = { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData }
    return crypto.subtle.decrypt(gcm, key, bytes.slice(12)).then(
      () => true,
      () => false,
    )
  }
  const opened = await Promise.all(
    envelopes.map(async (envelope) => {
      const tried = keys.flatMap((key) => rooms.map((room) => opens(envelope, key, room)))
      return (await Promise.all(tried)).includes(true)
    }),
  )
  return opened.filter(Boolean).length
}
