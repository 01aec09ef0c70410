import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/open.ts'
import { withdrawDevice } from '../devices/devices.store.ts'
import { dropSeatLinks } from '../devices/links.store.ts'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { Client } from '../testing/client.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { newCall, newDevice, seatLink } from '../testing/people.ts'

const log = createLog({ write: () => undefined })

eachDatabase((newDatabase) => {
  test('whoever may no longer be in is shown out within half a minute, also where no news of it came (R7)', async () => {
    const clock = manualClock(Date.now())
    const database = await newDatabase()
    await using db = await openDatabase(database)
    await using server = await startServer({ log, clock, database })
    const desk = await newCall(server)
    const [gone, stays] = [await newDevice(server, desk), await newDevice(server, desk)]
    const { token, seat } = await seatLink(desk)
    const asker = await Client.withLink(server.url, token)
    const { call, side } = desk
    await withdrawDevice(db, { call, side, device: gone.device.key, at: clock.nowMs() })
    await dropSeatLinks(db, { call, side, seat })

    for (let i = 0; i < 30; i++) {
      clock.advance(1000)
      await stays.client.ask({ type: 'read-grant' })
    }
    await Promise.all([gone.client.closed, asker.closed])

    expect(gone.client.heard.at(-1)).toEqual({ type: 'refused', code: 'withdrawn' })
    expect(asker.heard.at(-1)).toEqual({ type: 'refused', code: 'link-unknown' })
    expect(await desk.client.refusal({ type: 'follow-documents', after: 0 })).toBe(undefined)
  })
})
