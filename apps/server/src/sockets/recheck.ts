import type { RefusalCode } from '@parley/protocol'
import type { Database } from '../database/schema.ts'
import { deviceOf } from '../devices/devices.store.ts'
import { enrolmentOf, openEnrolments, stateOf } from '../devices/enrolments.store.ts'
import { linkOf, openInvitations } from '../devices/links.store.ts'
import type { Hub } from './hub.ts'
import type { Session, Who } from './session.ts'

/** Ends each socket of this server whose device was withdrawn or whose link is gone, whether news of it came or not. */
export async function endGone({ db, hub }: { db: Database; hub: Hub }): Promise<void> {
  for (const session of hub.all()) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that requests are not held up
    const code = await whyGone(db, session.who)
    if (code) session.end(code)
  }
}

async function whyGone(db: Database, who: Who): Promise<RefusalCode | undefined> {
  switch (who.as) {
    case 'desk':
      return undefined
    case 'device': {
      const device = await deviceOf(db, { call: who.call, device: who.key })
      if (device?.withdrawn_at === null) return undefined
      return device?.replaced_by ? 'replaced' : 'withdrawn'
    }
    case 'seat-link':
    case 'invitation':
      return (await linkOf(db, who.link)) ? undefined : 'link-unknown'
  }
}

/** Tells a socket what waits for it, as when it comes back or may have missed something. */
export async function tellWaiting(db: Database, session: Session): Promise<void> {
  const { who } = session
  if (who.as === 'desk') {
    for (const enrolment of await openEnrolments(db, who))
      session.push({ type: 'enrolment', ...stateOf(enrolment) })
    for (const { side, filed } of await openInvitations(db, { call: who.call, inviter: who.side }))
      if (filed) session.push({ type: 'side-filed', side, document: filed })
  }
  if (who.as === 'seat-link')
    for (const id of session.enrolments) {
      // oxlint-disable-next-line no-await-in-loop -- a few at most
      const enrolment = await enrolmentOf(db, { call: who.call, id })
      if (enrolment) session.push({ type: 'enrolment', ...stateOf(enrolment) })
      if (enrolment?.ended === 'granted') session.push({ type: 'granted' })
    }
  if (who.as === 'invitation') {
    const link = await linkOf(db, who.link)
    if (link && link.spent_at !== null) session.push({ type: 'granted' })
  }
}
