import { isOfOneSide, Refusal, type DocumentKind } from '@parley/protocol'
import type { Database } from '../database/schema.ts'
import type { Feeds } from '../delivery/feeds.ts'
import type { Bus } from '../sockets/bus.ts'
import {
  asDesk,
  asMember,
  type Desk,
  type Device,
  type Handlers,
  type Session,
} from '../sockets/session.ts'
import {
  documentsAfter,
  lastDocument,
  storeDocument,
  type StoredDocument,
} from './documents.store.ts'

/** Sealed documents, stored by desks and followed by everyone in the call; what is of one side alone, by that side. */
export function documentHandlers({
  db,
  bus,
  feeds,
}: {
  db: Database
  bus: Bus
  feeds: Feeds<StoredDocument>
}): Pick<Handlers, 'store-document' | 'follow-documents'> {
  return {
    async 'store-document'(session, { kind, version, sealed }) {
      const { call, side } = asAuthor(session, kind)
      const { number, isNew } = await db
        .transaction()
        .execute((tx) => storeDocument(tx, { call, kind, version, side, sealed }))
      if (isNew) bus.tell({ is: 'document', call })
      return { number }
    },

    async 'follow-documents'(session, { after }) {
      const { call, side } = asMember(session)
      const feed = feeds.open(call, {
        last: () => lastDocument(db, call),
        after: (number) => documentsAfter(db, { call, after: number }),
      })
      const last = await feed.follow({
        id: session.id,
        after,
        send: (document) => {
          if (isOfOneSide(document.kind) && document.side !== side) return
          session.push({ type: 'document', ...document })
        },
        backlog: () => session.backlog(),
        gone: session.gone,
      })
      return { last }
    },
  }
}

/** Who may store that kind: the seat that it names, what it remarks on its side's draft; all else, a desk. */
function asAuthor(session: Session, kind: DocumentKind): Desk | Device {
  if (!kind.startsWith('readout-remarks/')) return asDesk(session)
  const { who } = session
  const isOfSeat = who.as === 'device' && kind === `readout-remarks/${who.seat}`
  if (!isOfSeat || who.listen || who.drives) throw new Refusal('not-permitted')
  return who
}
