import { fillRoom } from '@parley/testkit/filledRoom'
import { utf8 } from '@parley/seal'
import { decodeMlsMessage, encodeMlsMessage } from 'ts-mls'
import { expect, test } from 'vitest'
import type { Opened } from '../envelope/envelope.ts'
import { own } from '../mls/bytes.ts'
import { applyLogged } from './applyLogged.ts'
import { makeMessage } from './message.ts'
import type { Heard } from './heard.ts'
import type { Room } from './room.ts'

test('of what was written before somebody joined nothing opens with what they have, under its own epoch or under theirs', async () => {
  const { call, log, a, b } = await fillRoom(2)
  const before = [await makeMessage(a.room, utf8('Water')), await makeMessage(b.room, utf8('Rain'))]
  const [, , third] = call.people
  if (!third) throw new Error('There is a third')
  const joined = await log.join(third)
  await log.catchUp(b)
  const said = await makeMessage(joined.room, utf8('Now'))
  if (!said) throw new Error('Three are not alone')

  for (const one of before) {
    const [decoded] = decodeMlsMessage(one?.opened.message ?? new Uint8Array(), 0) ?? []
    if (!one || decoded?.wireformat !== 'mls_private_message') throw new Error('It is a message')
    const privateMessage = { ...decoded.privateMessage, epoch: BigInt(said.opened.epoch) }
    const message = own(encodeMlsMessage({ ...decoded, privateMessage }))
    const asTheirs = { ...one.opened, message, epoch: said.opened.epoch }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await heardBy(joined.room, one.opened)).type).toBe('ignored')
    // oxlint-disable-next-line no-await-in-loop -- likewise
    expect((await heardBy(joined.room, asTheirs)).type).toBe('forked')
  }

  expect(await heardBy(b.room, said.opened)).toMatchObject({ type: 'message', bytes: utf8('Now') })
})

async function heardBy(room: Room, entry: Opened): Promise<Heard> {
  return (await applyLogged(room, entry)).heard
}
