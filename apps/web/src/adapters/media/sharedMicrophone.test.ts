import { expect, test } from 'vitest'
import { SharedMicrophone } from './sharedMicrophone.ts'

/** What a microphone is to whoever clones it. */
class FakeTrack {
  readyState = 'live'
  readonly of: FakeTrack | undefined

  constructor(of?: FakeTrack) {
    this.of = of
  }

  clone(): FakeTrack {
    return new FakeTrack(this)
  }
}

const held = (track: FakeTrack, device = 'desk') => ({
  media: track as unknown as MediaStreamTrack,
  device,
})

function page() {
  const shared = new SharedMicrophone()
  const opened: string[] = []
  const borrow = shared.borrowing(async (kind) => {
    opened.push(kind)
    return new FakeTrack() as unknown as MediaStreamTrack
  })
  return { shared, borrow, opened }
}

test('a microphone is borrowed as a clone of the one that is open, and no device is opened for it', async () => {
  const { shared, borrow, opened } = page()
  const track = new FakeTrack()
  shared.lend(held(track))

  const borrowed = (await borrow('microphone', 'desk')) as unknown as FakeTrack

  expect(borrowed.of).toBe(track)
  expect(opened).toEqual([])
  await borrow('camera', 'default')
  expect(opened).toEqual(['camera'])
})

test.each([
  ['none is open', (shared: SharedMicrophone) => shared.lend(undefined)],
  ['another is', (shared: SharedMicrophone) => shared.lend(held(new FakeTrack(), 'headset'))],
  [
    'it has ended',
    (shared: SharedMicrophone) =>
      shared.lend(held(Object.assign(new FakeTrack(), { readyState: 'ended' }))),
  ],
])('where %s it is not found', async (_, lend) => {
  const { shared, borrow } = page()

  lend(shared)

  await expect(borrow('microphone', 'desk')).rejects.toMatchObject({ name: 'NotFoundError' })
})

test('whoever borrowed it is told when it changes and when it ends, and not otherwise', () => {
  const { shared } = page()
  const told: string[] = []
  const following = shared.follow(() => told.push('take again'))
  const track = new FakeTrack()

  shared.lend(held(track))
  shared.lend(held(track))
  expect(told).toHaveLength(1)
  shared.lend(held(new FakeTrack()))
  shared.lend(undefined)
  expect(told).toHaveLength(3)
  following[Symbol.dispose]()
  shared.lend(held(track))

  expect(told).toHaveLength(3)
})
