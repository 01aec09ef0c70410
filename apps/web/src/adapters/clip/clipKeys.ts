import type { Seal } from '@parley/seal'
import { openDB, type DBSchema } from 'idb'
import type { ClipSigner } from './messages.ts'

interface Schema extends DBSchema {
  /** By the public key of the seal. */
  keys: { key: string; value: ClipSigner }
}

/**
 * The key with which this browser signs clips for that seal. It is made when it is first asked for, with a certificate
 * by the seal, and kept as it is: it cannot be extracted.
 */
export async function clipSignerOf(
  seal: Pick<Seal, 'publicKey' | 'signingKey'>,
  { sideName, nowMs }: { sideName: string; nowMs: number },
): Promise<ClipSigner> {
  const db = await openDB<Schema>('parley-clips', 1, {
    upgrade: (opened) => void opened.createObjectStore('keys'),
  })
  try {
    const kept = await db.get('keys', seal.publicKey)
    if (kept) return kept
    const { makeClipSigner } = await import('./certificate.ts')
    const made = await makeClipSigner(seal, { sideName, nowMs })
    await db.put('keys', made, seal.publicKey)
    return made
  } finally {
    db.close()
  }
}
