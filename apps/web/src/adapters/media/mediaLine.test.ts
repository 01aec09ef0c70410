import { manualClock } from '@parley/testkit'
import { ConnectionState, type Room } from 'livekit-client'
import { expect, test } from 'vitest'
import { MediaLine } from './mediaLine.ts'

/** A room of the client whose connecting is in the test's hands. */
class FakeRoom {
  readonly connecting = Promise.withResolvers<void>()
  state = ConnectionState.Disconnected
  isLeft = false

  on(): this {
    return this
  }

  async connect(): Promise<void> {
    await this.connecting.promise
    this.state = ConnectionState.Connected
  }

  async setE2EEEnabled(): Promise<void> {}

  async disconnect(): Promise<void> {
    this.isLeft = true
  }
}

async function connecting() {
  const clock = manualClock()
  const rooms: FakeRoom[] = []
  const line = new MediaLine({
    clock,
    makeRoom: () => {
      const room = new FakeRoom()
      rooms.push(room)
      return room as unknown as Room
    },
    onRoom: () => undefined,
    onLost: () => undefined,
    onBack: () => undefined,
    read: async () => 0,
    rtcConfig: {},
  })
  line.connect(async () => ({ url: 'ws://media', token: 'token' }))
  await settled()
  return { clock, rooms, line, left: () => rooms.map(({ isLeft }) => isLeft) }
}

/** Promises that wait for nothing else have run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

test('an attempt that hangs since the network was gone is given up once it is back, and made anew', async () => {
  const { clock, line, left } = await connecting()

  clock.advance(3000)
  line.poke()
  await settled()
  clock.advance(100)
  await settled()

  expect(left()).toEqual([true, false])
})

test('an attempt that has just begun is not begun again', async () => {
  const { clock, line, left } = await connecting()

  clock.advance(500)
  line.poke()
  await settled()

  expect(left()).toEqual([false])
})

test('a connection that stands is left alone', async () => {
  const { clock, rooms, line, left } = await connecting()
  rooms[0]?.connecting.resolve()
  await settled()

  clock.advance(5000)
  line.poke()
  await settled()

  expect(left()).toEqual([false])
})

test('whoever leaves does not wait for an attempt that hangs', async () => {
  const { line, left } = await connecting()

  await line[Symbol.asyncDispose]()

  expect(left()).toEqual([true])
})
