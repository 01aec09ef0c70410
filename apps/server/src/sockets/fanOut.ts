import type { Database } from '../database/schema.ts'
import type { Feeds } from '../delivery/feeds.ts'
import { logName } from '../delivery/rooms.ts'
import type { Entry } from '../delivery/rooms.store.ts'
import { enrolmentOf, stateOf, type Enrolment } from '../devices/enrolments.store.ts'
import { invitationsTo, type Link } from '../devices/links.store.ts'
import type { StoredDocument } from '../documents/documents.store.ts'
import type { News } from './bus.ts'
import type { Hub } from './hub.ts'
import { endGone, tellWaiting } from './recheck.ts'

type Parts = {
  db: Database
  hub: Hub
  rooms: Feeds<Entry>
  documents: Feeds<StoredDocument>
}

/** Turns news into messages to the sockets of this server. */
export async function spread({ db, hub, rooms, documents }: Parts, news: News): Promise<void> {
  switch (news.is) {
    case 'entry':
      return rooms.wake(logName(news.call, news.room))
    case 'document':
      return documents.wake(news.call)
    case 'enrolment': {
      const enrolment = await enrolmentOf(db, { call: news.call, id: news.enrolment })
      if (enrolment) tellEnrolment(hub, enrolment)
      return
    }
    case 'side-filed': {
      for (const link of await invitationsTo(db, news)) tellFiled(hub, link)
      return
    }
    case 'side-granted': {
      const { call, side } = news
      for (const session of hub.of(call, (who) => who.as === 'invitation' && who.side === side))
        session.push({ type: 'granted' })
      return
    }
    case 'link-replaced': {
      const { call, link } = news
      for (const session of hub.of(call, (who) => 'link' in who && who.link === link))
        session.end('link-unknown')
      return
    }
    case 'withdrawn':
    case 'replaced': {
      const { call, device } = news
      for (const session of hub.of(call, (who) => who.as === 'device' && who.key === device))
        session.end(news.is)
      return
    }
    case 'gap':
      await Promise.all([rooms.wakeAll(), documents.wakeAll(), endGone({ db, hub })])
      await Promise.all(hub.all().map((session) => tellWaiting(db, session)))
  }
}

function tellEnrolment(hub: Hub, enrolment: Enrolment): void {
  const { call, side, id } = enrolment
  const state = { type: 'enrolment', ...stateOf(enrolment) } as const
  for (const desk of hub.of(call, (who) => who.as === 'desk' && who.side === side)) desk.push(state)
  for (const asker of hub.of(call, (_, session) => session.enrolments.has(id))) {
    asker.push(state)
    if (enrolment.ended === 'granted') asker.push({ type: 'granted' })
  }
}

function tellFiled(hub: Hub, { call, side, inviter, filed, spent_at }: Link): void {
  if (!filed || spent_at !== null) return
  for (const desk of hub.of(call, (who) => who.as === 'desk' && who.side === inviter))
    desk.push({ type: 'side-filed', side, document: filed })
}
