import { every, type Clock } from './clock.ts'
import type { Database } from './database/schema.ts'
import { dropInstances, touchInstance } from './delivery/posters.store.ts'
import { INSTANCE_LIVES_MS } from './delivery/rooms.ts'
import { pruneLogs } from './delivery/rooms.store.ts'
import { dropBearers } from './files/bearers.store.ts'
import { dropUnfinished } from './files/files.store.ts'
import type { Log } from './log.ts'
import type { MediaServer } from './media/mediaServer.ts'
import type { Hub } from './sockets/hub.ts'
import { endGone } from './sockets/recheck.ts'
import { pruneIdentities, putOutWithdrawn } from './media/putOutWithdrawn.ts'

/** How long words stay in a log. Larger: more disk. Smaller: a device that was away longer must join anew. */
const WORDS_LIVE_MS = 60 * 60_000
/** How long it is remembered which device a leaf is of. Larger: more rows. Smaller: a device withdrawn during a very long call stays in its media room. */
const IDENTITIES_LIVE_MS = 7 * 24 * 60 * 60_000
/** How long a file may stay unfinished. Larger: more disk for what nobody can read. Smaller: a line that is away for longer begins anew. */
const UNFINISHED_MS = 24 * 60 * 60_000
/** How often it is looked up who may still be in. Larger: after lost news a withdrawn device stays longer. Smaller: more questions to the database. */
const RECHECK_MS = 30_000

/** Says that this server runs, and lets go of what is old. Its own row stays when it ends, for members that come back to another. */
export async function keepHouse({
  db,
  clock,
  log,
  instance,
  media,
  hub,
}: {
  db: Database
  clock: Clock
  log: Log
  instance: string
  media: MediaServer
  hub: Hub
}): Promise<Disposable> {
  const failed = (error: unknown) => log.bug(error)
  const touch = () => touchInstance(db, { id: instance, at: clock.nowMs() })
  await touch()
  const timers = new DisposableStack()
  timers.use(every(clock, INSTANCE_LIVES_MS / 3, () => void touch().catch(failed)))
  timers.use(every(clock, 5000, () => void putOutWithdrawn({ db, media, clock }).catch(failed)))
  timers.use(every(clock, RECHECK_MS, () => void endGone({ db, hub }).catch(failed)))
  timers.use(
    every(clock, 60_000, () => {
      void pruneIdentities(db, { before: clock.nowMs() - IDENTITIES_LIVE_MS }).catch(failed)
      void pruneLogs(db, { before: clock.nowMs() - WORDS_LIVE_MS }).catch(failed)
      void dropBearers(db, { at: clock.nowMs() }).catch(failed)
      void dropUnfinished(db, { before: clock.nowMs() - UNFINISHED_MS }).catch(failed)
      void dropInstances(db, { seenBefore: clock.nowMs() - INSTANCE_LIVES_MS }).catch(failed)
    }),
  )
  return timers
}
