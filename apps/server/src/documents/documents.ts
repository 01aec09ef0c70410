import type { Database } from '../database/schema.ts'
import type { Feeds } from '../delivery/feeds.ts'
import type { Bus } from '../sockets/bus.ts'
import { asDesk, asMember, type Handlers } from '../sockets/session.ts'
import {
  documentsAfter,
  lastDocument,
  storeDocument,
  type StoredDocument,
} from './documents.store.ts'

/** Sealed documents, stored by desks and followed by everyone in the call. */
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
      const { call, side } = asDesk(session)
      const { number, isNew } = await db
        .transaction()
        .execute((tx) => storeDocument(tx, { call, kind, version, side, sealed }))
      if (isNew) bus.tell({ is: 'document', call })
      return { number }
    },

    async 'follow-documents'(session, { after }) {
      const { call } = asMember(session)
      const feed = feeds.open(call, {
        last: () => lastDocument(db, call),
        after: (number) => documentsAfter(db, { call, after: number }),
      })
      const last = await feed.follow({
        id: session.id,
        after,
        send: (document) => session.push({ type: 'document', ...document }),
        backlog: () => session.backlog(),
        gone: session.gone,
      })
      return { last }
    },
  }
}
