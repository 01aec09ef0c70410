import type { Bytes } from '@parley/protocol'
import { expect, test } from 'vitest'
import { ManualClock } from './testing/manualClock.ts'
import { adaAndBen } from './testing/adaAndBen.ts'
import { leafOf, Side, trackOf, words } from './testing/side.ts'

test('a frame opens as it was, and what travels shows none of it but its clear byte', async () => {
  const { ada, ben } = await adaAndBen()

  const sealed = await ada.seal()
  const opened = await ben.open(sealed)

  expect(opened).toEqual(words())
  expect(new TextDecoder().decode(sealed as Bytes)).not.toContain('frame')
})

test.each([
  ['video/VP8', true, 10],
  ['video/VP8', false, 3],
  ['video/VP9', true, 0],
  ['audio/opus', false, 1],
])('of %s, key frame %s, %i bytes stay clear and all are authenticated', async (...row) => {
  const [mimeType, isKeyFrame, clear] = row
  const { ada, ben } = await adaAndBen()

  const sealed = (await ada.seal({ mimeType, isKeyFrame })) as Bytes
  const tampered = sealed.slice()
  const at = clear > 0 ? 0 : sealed.length - 1
  tampered[at] = 255 ^ (tampered[at] ?? 0)

  expect(sealed.subarray(0, clear)).toEqual(words().subarray(0, clear))
  expect(sealed[clear]).not.toBe(words()[clear])
  expect(await ben.open(tampered, { mimeType, isKeyFrame })).toBe('not-authentic')
  expect(await ben.open(sealed, { mimeType, isKeyFrame })).toEqual(words())
})

test.each(['video/AV1', 'video/H264', 'audio/red', undefined])(
  'a frame of codec %s neither goes out nor is played (R28)',
  async (mimeType) => {
    const { ada, ben } = await adaAndBen()

    expect(await ada.seal({ mimeType })).toBe('codec-not-allowed')
    expect(await ben.open(words(), { mimeType })).toBe('codec-not-allowed')
  },
)

test('before anything was said, nothing goes out', async () => {
  const clock = new ManualClock()
  const ada = new Side(clock, 0)

  expect(await ada.seal()).toBe('unbound')
  ada.engine.handle({ do: 'bind-sender', id: 1, track: trackOf(7), isMicrophone: false })
  expect(await ada.seal()).toBe('held-back')
  ada.engine.handle({ do: 'hold-back', isHeld: false })
  expect(await ada.seal()).toBe('no-epoch')
})

test('a frame that is being sealed when sending stops does not go out', async () => {
  const { ada } = await adaAndBen()

  const sealing = ada.seal()
  ada.engine.handle({ do: 'hold-back', isHeld: true })
  ada.engine.handle({ do: 'hold-back', isHeld: false })

  expect(await sealing).toBe('held-back')
})

test('a frame is played once (R30)', async () => {
  const { ada, ben } = await adaAndBen()
  const sealed = await ada.seal()

  await ben.open(sealed)

  expect(await ben.open(sealed)).toBe('replayed')
})

test('a receiver bound to another leaf or track plays nothing of this one (R29)', async () => {
  const { ada, ben } = await adaAndBen()
  const sealed = await ada.seal()

  ben.hears(2, 7)
  expect(await ben.open(sealed)).toBe('wrong-leaf')
  ben.hears(0, 8)
  expect(await ben.open(sealed)).toBe('wrong-track')
})

test('a receiver bound anew still knows what it played', async () => {
  const { ada, ben } = await adaAndBen()
  const sealed = await ada.seal()
  await ben.open(sealed)

  ben.engine.handle({ do: 'unbind', id: 2 })
  ben.hears(0, 7)

  expect(await ben.open(sealed)).toBe('replayed')
})

test('a frame that comes before its binding waits 300 ms for it, and not longer', async () => {
  const { clock, ada, ben } = await adaAndBen()
  ben.engine.handle({ do: 'unbind', id: 2 })
  const [early, late] = [await ada.seal(), await ada.seal()]

  const opening = ben.open(early)
  await clock.move(299)
  ben.hears(0, 7)
  expect(await opening).toEqual(words())

  ben.engine.handle({ do: 'unbind', id: 2 })
  const dropping = ben.open(late)
  await clock.move(300)
  expect(await dropping).toBe('unbound')
})

test('a frame of an epoch not yet reached waits two seconds for it, and not longer', async () => {
  const { clock, ada, ben } = await adaAndBen()
  await ada.install(1)
  const [early, late] = [await ada.seal(), await ada.seal()]

  const dropping = ben.open(early)
  await clock.move(2000)
  expect(await dropping).toBe('unknown-epoch')

  const opening = ben.open(late)
  await clock.move(1900)
  await ben.install(1)
  expect(await opening).toEqual(words())
})

test('an old epoch is opened for three seconds', async () => {
  const { clock, ada, ben } = await adaAndBen()
  const frames = [await ada.seal(), await ada.seal()] as const
  await ben.install(1)

  await clock.move(2999)
  expect(await ben.open(frames[0])).toEqual(words())
  await clock.move(1)
  expect(await ben.open(frames[1])).toBe('old-epoch')
})

test('after a withdrawal the old epoch is forgotten after half a second', async () => {
  const { clock, ada, ben } = await adaAndBen()
  const frames = [await ada.seal(), await ada.seal()] as const
  await ben.install(1, { cause: 'withdrawal' })

  await clock.move(499)
  expect(await ben.open(frames[0])).toEqual(words())
  await clock.move(1)
  expect(await ben.open(frames[1])).toBe('old-epoch')
})

test('a sender moves 250 ms after its state did, and at once after a join or a withdrawal', async () => {
  const { clock, ada } = await adaAndBen()

  await ada.install(1, { cause: 'other' })
  await clock.move(249)
  expect(await epochByteOf(ada)).toBe(0)
  await clock.move(1)
  expect(await epochByteOf(ada)).toBe(1)
  await ada.install(2, { cause: 'join' })
  expect(await epochByteOf(ada)).toBe(2)
  await ada.install(3, { cause: 'withdrawal' })
  expect(await epochByteOf(ada)).toBe(3)
})

test('what goes out again after it was held back goes out under the newest epoch, and none of it under the one before (R22)', async () => {
  const { ada } = await adaAndBen()
  await ada.install(1, { cause: 'join' })

  ada.engine.handle({ do: 'hold-back', isHeld: true })
  await ada.install(2, { cause: 'other' })
  ada.engine.handle({ do: 'hold-back', isHeld: false })

  expect(await epochByteOf(ada)).toBe(2)
})

test('a leaf that is no longer in the tree is dropped at once, old epoch or not', async () => {
  const { ada, ben } = await adaAndBen()
  const sealed = await ada.seal()

  await ben.install(1, { leaves: [{ leaf: leafOf(1), since: 0 }] })

  expect(await ben.open(sealed)).toBe('not-in-epoch')
})

test('a frame that is being opened as its leaf goes is not played', async () => {
  const { ada, ben } = await adaAndBen()
  const opening = ben.open(await ada.seal())

  await ben.install(1, { leaves: [{ leaf: leafOf(1), since: 0 }] })

  expect(await opening).toBe('not-in-epoch')
})

test('an index belongs to its new leaf only from the epoch in which that joined', async () => {
  const { ada, ben } = await adaAndBen()
  const sealed = await ada.seal()

  await ben.install(1, {
    leaves: [
      { leaf: leafOf(0), since: 1 },
      { leaf: leafOf(1), since: 0 },
    ],
  })

  expect(await ben.open(sealed)).toBe('not-in-epoch')
})

test('three hundred epochs later one key still is the only one that is tried', async () => {
  const { clock, ada, ben } = await adaAndBen()
  for (let epoch = 1; epoch <= 300; epoch++) {
    await ada.install(epoch)
    await ben.install(epoch)
  }

  expect(await ben.open(await ada.seal())).toEqual(words())
  await clock.move(3000)
  expect(await ben.open(await ada.seal())).toEqual(words())
})

test('a frame sealed under another key of the same epoch is not played (R28)', async () => {
  const { clock, ben } = await adaAndBen()
  const mallory = new Side(clock, 0)
  mallory.sends(7)
  mallory.engine.handle({
    do: 'install-epoch',
    epoch: 0,
    baseKey: new Uint8Array(32),
    you: leafOf(0),
    leaves: [],
    cause: 'join',
  })

  expect(await ben.open(await mallory.seal())).toBe('not-authentic')
})

test('the media server’s own frames count under their own name', async () => {
  const { clock, ben } = await adaAndBen()
  const trailer = new TextEncoder().encode('made by the server')
  ben.engine.handle({ do: 'set-filler-trailer', trailer })

  const opened = await ben.open(new Uint8Array([1, 2, 3, ...trailer]))
  await clock.move(1000)

  expect(opened).toBe('filler')
  expect(ben.reports.at(-1)).toMatchObject({
    received: [{ leaf: 0, track: 7, passed: 0, drops: { filler: 1 } }],
  })
})

test('every frame is counted, as passed or under the reason why not (R29)', async () => {
  const { clock, ada, ben } = await adaAndBen()

  const sealed = await ada.seal()
  await ada.seal({ mimeType: 'video/AV1' })
  await ben.open(sealed)
  await ben.open(sealed)
  await clock.move(1000)

  expect(ada.reports.at(-1)).toMatchObject({
    sent: [{ track: 7, passed: 1, drops: { 'codec-not-allowed': 1 } }],
  })
  expect(ben.reports.at(-1)).toMatchObject({
    received: [{ leaf: 0, track: 7, passed: 1, drops: { replayed: 1 } }],
  })
})

test('how long a track has been quiet is told with its counts, and dropped frames are no sign of it', async () => {
  const { clock, ada, ben } = await adaAndBen()

  const sealed = await ada.seal()
  await clock.move(400)
  await ben.open(sealed)
  await clock.move(600)
  expect(ben.reports.at(-1)).toMatchObject({ received: [{ quietMs: 600 }] })
  await ben.open(sealed)
  await clock.move(1000)

  expect(ben.reports.at(-1)).toMatchObject({ received: [{ passed: 1, quietMs: 1600 }] })
})

test('a closed microphone lets nothing out, not even what is being sealed when it closes (R31)', async () => {
  const { ada } = await adaAndBen({ isMicrophone: true })

  expect(await ada.seal()).toBe('gate-closed')
  ada.engine.handle({ do: 'open-gate', ask: 1, track: trackOf(7) })
  expect(await ada.seal()).toBeInstanceOf(Uint8Array)
  const sealing = ada.seal()
  ada.engine.handle({ do: 'close-gate', ask: 2, track: trackOf(7) })
  expect(await sealing).toBe('gate-closed')
  expect(ada.reports).toContainEqual({ type: 'gate-opened', ask: 1, from: 0 })
  expect(ada.reports).toContainEqual({ type: 'gate-closed', ask: 2, after: 1 })
})

test('of a frame that a closed microphone keeps nothing is read', async () => {
  const { ada } = await adaAndBen({ isMicrophone: true })
  const read: string[] = []
  const frame = {
    get data() {
      read.push('data')
      return words()
    },
    get mimeType() {
      read.push('mimeType')
      return 'audio/opus'
    },
    isKeyFrame: false,
    arrivedAtMs: 0,
  }

  expect(await ada.engine.seal(1, frame)).toBe('gate-closed')
  expect(read).toEqual([])
  ada.engine.handle({ do: 'open-gate', ask: 1, track: trackOf(7) })
  expect(await ada.engine.seal(1, frame)).toBeInstanceOf(Uint8Array)

  expect(read.toSorted()).toEqual(['data', 'mimeType'])
})

test('only frames inside the signed bounds of a microphone are played', async () => {
  const { clock, ada, ben } = await adaAndBen({ isMicrophone: true })
  ada.engine.handle({ do: 'open-gate', ask: 1, track: trackOf(7) })
  const frames = [await ada.seal(), await ada.seal(), await ada.seal(), await ada.seal()]
  bound(ben, { from: 1, after: 2 })

  const opening = Promise.all(frames.map((frame) => ben.open(frame)))
  await clock.move(300)

  expect(await opening).toEqual(['outside-bounds', words(), words(), 'outside-bounds'])
})

test('an authentic frame waits 300 ms for the word that opens its microphone', async () => {
  const { clock, ada, ben } = await adaAndBen({ isMicrophone: true })
  ada.engine.handle({ do: 'open-gate', ask: 1, track: trackOf(7) })

  const dropping = ben.open(await ada.seal())
  await clock.move(300)
  const opening = ben.open(await ada.seal())
  await clock.move(299)
  bound(ben, { from: 0, after: undefined })

  expect([await dropping, await opening]).toEqual(['outside-bounds', words()])
})

test('another leaf of one’s own starts without keys, and with its microphone closed', async () => {
  const { ada, ben } = await adaAndBen({ isMicrophone: true })
  ada.engine.handle({ do: 'open-gate', ask: 1, track: trackOf(7) })
  const sealed = await ada.seal()

  ada.engine.handle({ do: 'forget-epochs' })
  ben.engine.handle({ do: 'forget-epochs' })
  await ada.install(0)
  ben.hears(0, 7)
  await ben.install(0, { leaves: [{ leaf: leafOf(1), since: 0 }] })

  expect(await ada.seal()).toBe('gate-closed')
  expect(await ben.open(sealed)).toBe('not-in-epoch')
})

test('the counter goes on when a track gets another sender or another epoch', async () => {
  const { ada, ben } = await adaAndBen()
  const before = await ada.seal()

  ada.engine.handle({ do: 'unbind', id: 1 })
  ada.sends(7)
  await ada.install(1)
  await ben.install(1)
  const after = await ada.seal()

  expect(await ben.open(after)).toEqual(words())
  expect(await ben.open(before)).toEqual(words())
})

function bound(side: Side, bounds: { from: number; after: number | undefined }): void {
  side.engine.handle({ do: 'set-bounds', leaf: leafOf(0), track: trackOf(7), bounds })
}

/** The epoch in the key id of the next frame: the last byte of the key id, after the one clear byte. */
async function epochByteOf(side: Side): Promise<number | undefined> {
  const sealed = (await side.seal()) as Bytes
  const kidBytes = (((sealed[1] ?? 0) >> 4) & 7) + 1
  return sealed[1 + kidBytes]
}
