import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { asDesk, type Handlers } from '../sockets/session.ts'
import { addBearer } from './bearers.store.ts'
import { missingPieces, offerFile, removeFile } from './files.store.ts'

/** Files of desks: what is said of them over the socket. Their pieces go over HTTP. */
export function fileHandlers({
  db,
  clock,
}: {
  db: Database
  clock: Clock
}): Pick<Handlers, 'offer-file' | 'remove-file' | 'ask-file-bearer'> {
  return {
    async 'offer-file'(session, { bytes, pieces }) {
      const { call, side } = asDesk(session)
      const file = await offerFile(db, { call, side, bytes, pieces, at: clock.nowMs() })
      return { file, missing: await missingPieces(db, { call, file }) }
    },

    async 'remove-file'(session, { file }) {
      const { call, side } = asDesk(session)
      await removeFile(db, { call, side, file })
      return {}
    },

    async 'ask-file-bearer'(session) {
      const { call, side } = asDesk(session)
      return { bearer: await addBearer(db, { call, side, at: clock.nowMs() }) }
    },
  }
}
