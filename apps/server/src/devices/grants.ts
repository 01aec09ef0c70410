import { Refusal } from '@parley/protocol'
import { verifyDeskStatement } from '@parley/seal'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import type { MediaServer } from '../media/mediaServer.ts'
import { putOutWithdrawn } from '../media/putOutWithdrawn.ts'
import type { Bus } from '../sockets/bus.ts'
import { asDesk, asMember, type Handlers } from '../sockets/session.ts'
import { withdrawDevice } from './devices.store.ts'
import { grantOf } from './links.store.ts'

/** What was approved is handed over, and what is withdrawn ends at once. */
export function grantHandlers({
  db,
  bus,
  clock,
  media,
}: {
  db: Database
  bus: Bus
  clock: Clock
  media: MediaServer
}): Pick<Handlers, 'read-grant' | 'withdraw'> {
  return {
    async 'read-grant'(session) {
      const { call, key } = asMember(session)
      const grant = await grantOf(db, { call, key })
      if (!grant) throw new Refusal('not-permitted')
      return { grant }
    },

    async withdraw(session, { statement }) {
      const { call, side, key } = asDesk(session)
      const said = await verifyDeskStatement(statement, key)
      if (said.say !== 'withdraw' || said.call !== call || said.side !== side)
        throw new Refusal('bad-signature')
      const { device } = said
      if (!(await withdrawDevice(db, { call, side, device, at: clock.nowMs() })))
        throw new Refusal('not-permitted')
      bus.tell({ is: 'withdrawn', call, device })
      await putOutWithdrawn({ db, media, clock })
      return {}
    },
  }
}
