import { Refusal, type CompactJws, type DocumentKind, type Hash } from '@parley/protocol'
import { hashOf, LAST_VERSION, sealDocument, signDocument, type Document } from '@parley/seal'
import { ConnectionLost } from '../connection.ts'
import { CannotSign } from './cannotSign.ts'
import type { DeskHands } from './deskHands.ts'
import type { DeskRecord, Unsent } from './deskRecord.ts'

/** Signs a document with the desk's seal, and files it. Rejects with `CannotSign`. */
export async function signAndFile(hands: DeskHands, document: Document): Promise<void> {
  const jws = await signDocument(hands.book.record.seal.signingKey, document)
  await file(hands, { ...document.payload, jws })
}

/**
 * Counts it at once here, and sends it, now or when the line is back. Two payloads for one kind and
 * version are never filed: rejects with `CannotSign`.
 */
export async function file(
  hands: DeskHands,
  { kind, version, jws }: { kind: DocumentKind; version: number; jws: CompactJws },
): Promise<void> {
  const { book, documents, documentKey } = hands
  const hash = await hashOf(jws)
  const sealed = await sealDocument(jws, documentKey)
  await book.change((record) => {
    const name = `${kind} ${version}`
    if ((record.signed[name] ?? hash) !== hash) throw new CannotSign('signed-other')
    return {
      ...record,
      signed: { ...record.signed, [name]: hash },
      unsent: [...record.unsent, { kind, version, sealed }],
    }
  })
  await documents.take({ kind, version, side: book.record.side, jws })
  await sendUnsent(hands)
}

/** Sends what was signed and not stored. What the line drops is sent when it is back; a refusal is the caller's. */
export async function sendUnsent({
  book,
  connection,
}: Pick<DeskHands, 'book' | 'connection'>): Promise<void> {
  for (const unsent of book.record.unsent) {
    try {
      await connection.request({ type: 'store-document', ...unsent })
      await book.change((record) => sent(record, unsent))
    } catch (error) {
      if (error instanceof ConnectionLost) return
      if (error instanceof Refusal) await book.change((record) => sent(record, unsent))
      throw error
    }
  }
}

/**
 * The version to sign next of a kind: above the agreed one and all that this desk signed, and one that
 * nobody else took. What others sign above it does not lift it, or one side could leave none to the rest.
 * Throws `CannotSign`.
 */
export function nextVersion(
  { documents, book }: Pick<DeskHands, 'documents' | 'book'>,
  kind: DocumentKind,
): number {
  const { record } = book
  const own = documents.versionsOf(kind, record.side)
  const taken = new Set(documents.versionsOf(kind))
  const [agreed] = documents.documents.heads[kind] ?? [0]
  let next = Math.max(agreed, lastSigned(record, kind)?.version ?? 0, ...own) + 1
  while (taken.has(next)) next++
  if (next > LAST_VERSION) throw new CannotSign('no-version-left')
  return next
}

/** The highest version of a kind that this desk signed. */
export function lastSigned(
  { signed }: Pick<DeskRecord, 'signed'>,
  kind: DocumentKind,
): { version: number; hash: Hash } | undefined {
  return Object.entries(signed)
    .filter(([name]) => name.startsWith(`${kind} `))
    .map(([name, hash]) => ({ version: Number(name.slice(kind.length + 1)), hash }))
    .toSorted((a, b) => a.version - b.version)
    .at(-1)
}

function sent<R extends { unsent: readonly Unsent[] }>(record: R, { kind, version }: Unsent): R {
  const unsent = record.unsent.filter((one) => one.kind !== kind || one.version !== version)
  return { ...record, unsent }
}
