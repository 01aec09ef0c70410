import { LIMITS, type ClientRequest } from '@parley/protocol'
import { invitationHandlers } from '../calls/invitations.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { Feeds } from '../delivery/feeds.ts'
import { dropPoster } from '../delivery/posters.store.ts'
import { roomHandlers } from '../delivery/rooms.ts'
import type { Entry } from '../delivery/rooms.store.ts'
import { Turns } from '../delivery/turns.ts'
import { enrolmentHandlers } from '../devices/enrolments.ts'
import { grantHandlers } from '../devices/grants.ts'
import { documentHandlers } from '../documents/documents.ts'
import type { StoredDocument } from '../documents/documents.store.ts'
import { fileHandlers } from '../files/files.ts'
import type { Log } from '../log.ts'
import { mediaHandlers } from '../media/mediaToken.ts'
import type { MediaServer } from '../media/mediaServer.ts'
import type { Metrics } from '../pages/metrics.ts'
import { publicationHandlers } from '../public/publications.ts'
import { Buckets } from './buckets.ts'
import type { Bus } from './bus.ts'
import type { Doors } from './connection.ts'
import { spread } from './fanOut.ts'
import type { Hub } from './hub.ts'
import { logCame, logDone } from './logActs.ts'
import { tellWaiting } from './recheck.ts'
import type { Handlers, Result, Session } from './session.ts'
import { prove, showLink } from './signIn.ts'

/** Joins the parts: what a socket may do, and what happens when one comes or goes. */
export function openDoors({
  db,
  bus,
  hub,
  clock,
  log,
  instance,
  media,
  metrics,
  closing,
}: {
  db: Database
  bus: Bus
  hub: Hub
  clock: Clock
  log: Log
  instance: string
  media: MediaServer
  metrics: Metrics
  /** When the server closes, its members come back soon: their groups are not given up. */
  closing: AbortSignal
}): Omit<Doors, 'isOwnOrigin' | 'signIn' | 'strangersShare'> & {
  signIn(
    shown: Parameters<Doors['signIn']>[0],
    isOwnOrigin: Doors['isOwnOrigin'],
  ): ReturnType<Doors['signIn']>
} {
  const failed = (error: unknown) => log.bug(error)
  const rooms = new Feeds<Entry>(failed)
  const documents = new Feeds<StoredDocument>(failed)
  const turns = new Turns(clock)
  const { messageBurst: size, messagesPerSecond: perSecond } = LIMITS
  const buckets = new Buckets(clock, { size, perSecond })
  const handlers: Handlers = {
    ...invitationHandlers({ db, bus, clock }),
    ...enrolmentHandlers({ db, bus, clock, media }),
    ...grantHandlers({ db, bus, clock, media }),
    ...documentHandlers({ db, bus, feeds: documents }),
    ...fileHandlers({ db, clock }),
    ...publicationHandlers({ db, clock }),
    ...roomHandlers({ db, bus, feeds: rooms, turns, clock, instance }),
    ...mediaHandlers({ db, media, clock }),
  }
  bus.hear((news) => {
    spread({ db, hub, rooms, documents }, news).catch((error: unknown) => log.bug(error))
  })

  return {
    clock,
    log,
    refused: (code) => metrics.refused(code),
    share: (who) => buckets.share('key' in who ? `${who.call} ${who.key}` : who.link),
    signIn: (shown, isOwnOrigin) =>
      'link' in shown
        ? showLink(db, shown.link.token)
        : prove({ db, clock }, { ...shown, isOwnOrigin }),
    async answer(session, request) {
      const result = await answer(handlers, session, request)
      logDone(log, session, request)
      return result
    },
    async welcomed(session) {
      hub.add(session)
      logCame(log, session)
      await tellWaiting(db, session)
      if (!media.isThere) session.push({ type: 'media-server', isThere: false })
    },
    async gone(session) {
      hub.remove(session)
      rooms.drop(session.id)
      documents.drop(session.id)
      turns.drop(session.id)
      if (closing.aborted) return
      await dropPoster(db, { socket: session.id }).catch((error: unknown) => log.bug(error))
    },
  }
}

async function answer(
  handlers: Handlers,
  session: Session,
  request: ClientRequest,
): Promise<Result> {
  const handler = handlers[request.type] as (
    session: Session,
    request: ClientRequest,
  ) => Promise<Result>
  return handler(session, request)
}
