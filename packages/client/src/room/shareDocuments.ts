import type { DocumentKind } from '@parley/protocol'
import type { DocumentStore } from '../documents/documentStore.ts'
import type { RoomSession, Word } from './roomSession.ts'

type Shared = (Word & { word: 'documents' })['documents'][number]

/**
 * Whoever has the newer document sends it, signatures and all, and a document is taken from anyone:
 * the server cannot hold one back without silencing its bearer.
 */
export function shareDocuments(room: RoomSession, documents: DocumentStore): Disposable {
  return room.listen((event) => {
    if (event.type !== 'word') return
    const { word, lacks } = event.heard
    if (word.word === 'documents') void takeAll(documents, word.documents)
    const missing = lacks.flatMap((kind) => newest(documents, kind))
    if (missing.length > 0)
      room.say({ word: 'documents', documents: missing }).catch(() => undefined)
  })
}

/** The agreed version of a kind with each of its signatures, or the newest of what one side signs alone. */
function newest(documents: DocumentStore, kind: DocumentKind): readonly Shared[] {
  const [version] = documents.documents.heads[kind] ?? []
  if (version === undefined) return []
  const signatures = documents
    .signaturesOf(kind, version)
    .filter((signature) => signature.version === version)
    .map(({ side, jws }) => ({ side, jws }))
  return signatures.length > 0 ? [{ kind, version, signatures }] : []
}

async function takeAll(documents: DocumentStore, shared: readonly Shared[]): Promise<void> {
  for (const { kind, version, signatures } of shared)
    // oxlint-disable-next-line no-await-in-loop -- in the order that they came
    for (const { side, jws } of signatures) await documents.take({ kind, version, side, jws })
}
