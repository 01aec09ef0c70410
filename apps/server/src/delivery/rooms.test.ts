import { caucusOf, PLENARY } from '@parley/protocol'
import { expect, test } from 'vitest'
import { startServer } from '../startServer.ts'
import { invitedDesk, newCall, newDevice } from '../testing/people.ts'
import { createLog } from '../log.ts'

const log = createLog({ write: () => undefined })
const word = (envelope: string) =>
  ({ type: 'append', room: PLENARY, envelope, commit: false }) as const

test('everyone hears one log in one order, the author included', async () => {
  await using server = await startServer({ log })
  const desk = await newCall(server)
  const other = await invitedDesk(server, desk)
  const one = await newDevice(server, desk)
  const two = await newDevice(server, other)

  await one.client.ask({ type: 'found', room: PLENARY, envelope: 'founding' })
  await one.client.ask({ type: 'follow-room', room: PLENARY, after: 0 })
  await two.client.ask({ type: 'follow-room', room: PLENARY, after: 0 })
  await Promise.all([
    ...['a', 'b', 'c'].map((text) => one.client.ask(word(text))),
    ...['d', 'e', 'f'].map((text) => two.client.ask(word(text))),
  ])

  const logs = await Promise.all(
    [one, two].map(async ({ client }) => {
      await client.hear('logged', ({ number }) => number === 7)
      return client.heard.flatMap((m) => (m.type === 'logged' ? [[m.number, m.envelope]] : []))
    }),
  )
  expect(logs[0]).toEqual(logs[1])
  expect(logs[0]?.map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('the caucus of another side is closed', async () => {
  await using server = await startServer({ log })
  const desk = await newCall(server)
  const other = await invitedDesk(server, desk)
  const device = await newDevice(server, desk)

  const room = caucusOf(other.side)
  const code = await device.client.refusal({ type: 'found', room, envelope: 'founding' })

  expect(code).toBe('not-permitted')
})
