import { PLENARY } from '@parley/protocol'
import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { invitedDesk, newCall, newDevice } from '../testing/people.ts'

type Line = { msg: string; call?: string; side?: string; seat?: string; room?: string }

eachDatabase((newDatabase) => {
  test('who came, was let in, founded or was withdrawn can be read from the log, by short ids', async () => {
    const lines: Line[] = []
    const log = createLog({ write: (line) => void lines.push(JSON.parse(line) as Line) })
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    await invitedDesk(server, desk)
    const { client, call, side, seat, seal, device } = await newDevice(server, desk)
    await client.ask({ type: 'found', room: PLENARY, envelope: 'founding' })
    const says = { say: 'withdraw', call, side, device: device.key, at: Date.now() }
    const statement = await seal.sign('parley-desk', says)
    await desk.client.ask({ type: 'withdraw', statement })

    expect(lines.map(({ msg }) => msg)).toEqual([
      'A call was created',
      'A desk signed in',
      'A side was invited',
      'An invitation was shown',
      'A side filed its keys',
      'A side was let in, and its link is spent',
      'A desk signed in',
      'A link to a seat was opened',
      'A seat link was shown',
      'A device asks for a seat',
      'A device was let in, and its link is spent',
      'A device signed in',
      'A group was founded',
      'A device was withdrawn',
    ])
    expect(lines.find(({ msg }) => msg === 'A group was founded')).toMatchObject({
      call: `${call.slice(0, 4)}…`,
      side: `${side.slice(0, 4)}…`,
      seat: `${seat.slice(0, 4)}…`,
      room: PLENARY,
    })
  })
})
