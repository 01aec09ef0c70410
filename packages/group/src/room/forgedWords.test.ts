import { fillRoom } from '@parley/testkit/filledRoom'
import { createApplicationMessage, encodeMlsMessage, type ClientState } from 'ts-mls'
import { expect, test } from 'vitest'
import type { Opened } from '../envelope/envelope.ts'
import { own } from '../mls/bytes.ts'
import { getSuite } from '../mls/suite.ts'
import { applyLogged } from './applyLogged.ts'
import { makeMessage } from './message.ts'
import { epochOf, ownLeafOf, type Room } from './room.ts'

/** What a member can make with a state that it changed as it likes. */
async function messageOf(room: Room, change: Partial<ClientState>): Promise<Opened> {
  const { privateMessage } = await createApplicationMessage(
    { ...room.state, ...change },
    new TextEncoder().encode('I give in'),
    await getSuite(),
  )
  const message = own(
    encodeMlsMessage({ version: 'mls10', wireformat: 'mls_private_message', privateMessage }),
  )
  return { kind: 'message', epoch: epochOf(room), message }
}

test('a member that says something under the leaf of another is not heard, and the other still is', async () => {
  const { sitting, a, b } = await fillRoom(3)
  const [, , hearer] = sitting
  if (!hearer) throw new Error('There are three')
  const { state } = b.room
  const asAnother = { ...state.privatePath, leafIndex: ownLeafOf(a.room).leaf }

  const forged = await messageOf(b.room, { privatePath: asAnother })
  const first = await applyLogged(hearer.room, forged)
  const said = await makeMessage(a.room, new Uint8Array([1]))
  const second = await applyLogged(first.room, said?.opened)

  expect(first.heard).toEqual({ type: 'ignored', why: 'replayed' })
  expect(second.heard).toEqual({
    type: 'message',
    from: ownLeafOf(a.room).leaf,
    bytes: new Uint8Array([1]),
  })
})
