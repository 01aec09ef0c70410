import {
  LAST_VERSION,
  Refusal,
  type CompactJws,
  type DocumentKind,
  type Hash,
} from '@parley/protocol'
import {
  hashOf,
  isCallKind,
  openDocument,
  sealDocument,
  signDocument,
  verifySignature,
  type Document,
} from '@parley/seal'
import { ConnectionLost } from '../connection.ts'
import { CannotSign } from './cannotSign.ts'
import type { DeskHands } from './deskHands.ts'
import type { DeskRecord, Unsent } from './deskRecord.ts'
import { onTop } from './onTop.ts'

/** Signs a document with the desk's seal, and files it. Rejects with `CannotSign`. */
export async function signAndFile(hands: DeskHands, document: Document): Promise<void> {
  const jws = await signDocument(hands.book.record.seal.signingKey, document)
  await file(hands, { ...document.payload, jws })
}

/**
 * Sends it, now or when the line is back, and counts it here. Two payloads for one kind and version are
 * never filed: where another console of this side was first, what was signed is signed again on top of
 * that. Rejects with `CannotSign` where it cannot.
 */
export async function file(
  hands: DeskHands,
  { kind, version, jws }: { kind: DocumentKind; version: number; jws: CompactJws },
): Promise<void> {
  const { book, documents, documentKey } = hands
  const { side } = book.record
  const hash = await hashOf(jws)
  const unsent = { kind, version, sealed: await sealDocument(jws, documentKey) }
  let isTaken = false
  await book.change((record) => {
    const name = `${kind} ${version}`
    isTaken = (record.signed[name] ?? hash) !== hash
    if (isTaken) return record
    const signed = { ...record.signed, [name]: hash }
    return { ...record, signed, unsent: [...record.unsent, unsent] }
  })
  if (isTaken) return signOnTop(hands, unsent)
  await sendUnsent(hands)
  const others = documents.signedBy(side, kind).filter((one) => one.payload.version === version)
  if (others.length === 0) await documents.take({ kind, version, side, jws })
}

/** Sends what was signed and not stored. What the line drops is sent when it is back; a refusal is the caller's. */
export async function sendUnsent(hands: DeskHands): Promise<void> {
  const { book, connection } = hands
  await tellWithdrawn(hands)
  for (const unsent of book.record.unsent) {
    try {
      await connection.request({ type: 'store-document', ...unsent })
      await book.change((record) => sent(record, unsent))
    } catch (error) {
      if (error instanceof ConnectionLost) return
      if (!(error instanceof Refusal)) throw error
      await book.change((record) => sent(record, unsent))
      if (error.code !== 'document-exists') throw error
      await signOnTop(hands, unsent)
    }
  }
}

/** Tells the server whom it lets in no more. A refusal is of a device that it never had. */
async function tellWithdrawn({ book, connection }: DeskHands): Promise<void> {
  for (const statement of book.record.untold) {
    try {
      await connection.request({ type: 'withdraw', statement })
    } catch (error) {
      if (error instanceof ConnectionLost) return
      if (!(error instanceof Refusal)) throw error
    }
    await book.change((record) => ({
      ...record,
      untold: record.untold.filter((one) => one !== statement),
    }))
  }
}

/** Another console of this side signed that version first: reads what, and signs the rest of one's own on top. */
async function signOnTop(hands: DeskHands, { kind, version, sealed }: Unsent): Promise<void> {
  const { book, documents, documentKey, clock } = hands
  const { call, side, seal, unsent } = book.record
  if (!isCallKind(kind)) throw new CannotSign('signed-other')
  const jws = await openDocument(sealed, documentKey)
  const filed = { call, kind, version, side }
  const ours = await verifySignature(jws, { filed, seal: seal.publicKey })
  for (const one of unsent.filter((waits) => waits.kind === kind))
    await documents.take({ ...one, side, jws: await openDocument(one.sealed, documentKey) })
  await documents.reload().catch(unlessLost)
  const isOtherThere = documents
    .signedBy(side, kind)
    .some((one) => one.payload.version === version && one.hash !== ours.hash)
  if (!isOtherThere && book.record.signed[`${kind} ${version}`] === ours.hash) return
  if (!isOtherThere) throw new CannotSign('signed-other')
  // A withdrawal counts already, and what is agreed here is not gone back behind.
  const isDraft = documents.documents.heads[kind]?.[1] !== ours.hash
  if (ours.is !== 'withdrawal' && isDraft) await documents.takeBack(ours)
  const next = { version: nextVersion(hands, kind), at: clock.nowMs() }
  const document = onTop(documents, ours, next)
  if (document) await signAndFile(hands, document)
}

function unlessLost(error: unknown): void {
  if (!(error instanceof ConnectionLost)) throw error
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
