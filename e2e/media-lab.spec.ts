import { expect, test } from '@playwright/test'
import type { LeafIndex } from '@parley/protocol'
import type { Lab } from './media-lab/lab.ts'
import {
  soon,
  setLabStage,
  thinLine,
  joinAs,
  joinBoth,
  show,
  introduce,
  openMicrophone,
  talk,
  joinAsStranger,
} from './media-lab/labStage.ts'
import {
  showAt,
  layersSent,
  playedBy,
  openedBy,
  dropsOf,
  soundsEncoded,
} from './media-lab/measure.ts'

declare const lab: Lab

setLabStage()

test('two members see and hear each other, and a stranger with a token perceives nobody (R35)', async () => {
  const [ada, ben] = await joinBoth()
  const outsider = await joinAsStranger()

  await talk(ada, ben)

  await soon.poll(() => ada.evaluate((member) => member.sees(1 as LeafIndex))).toBe(1)
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  await soon.poll(() => ada.evaluate((member) => member.hears(1 as LeafIndex))).toBe(1)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)
  await soon
    .poll(() => outsider.evaluate((each) => each.received()).then(({ bytes }) => bytes))
    .toBeGreaterThan(100_000)
  const [seen, heard] = await outsider.evaluate((each) => [[...each.everSeen], [...each.everHeard]])
  expect({ seen, heard }).toEqual({ seen: [], heard: [] })
})

test('whose words are missed for a moment is seen and heard again', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  const seesAda = () => ben.evaluate((member) => member.sees(0 as LeafIndex))
  const hearsAda = () => ben.evaluate((member) => member.hears(0 as LeafIndex))
  await soon.poll(seesAda).toBe(0)
  await soon.poll(hearsAda).toBe(0)

  await ben.evaluate((member) => {
    const told = member.roster
    member.setRoster(told.map((entry) => ({ ...entry, tracks: [] })))
    member.setRoster([...told])
  })

  const attached = () =>
    ben.evaluate((member) => {
      const types = member.events.map(({ type }) => type)
      return types.lastIndexOf('media-attached') - types.lastIndexOf('media-detached')
    })
  await soon.poll(attached).toBeGreaterThan(0)
  await soon.poll(seesAda).toBe(0)
  await soon.poll(hearsAda).toBe(0)
})

test('what is made ready ahead of the press has a sender with nothing in it; at the press it is seen, small at first, and can be heard', async () => {
  const [ada, ben] = [await joinAs(0), await joinAs(1)]
  const ahead = (isAhead: boolean) =>
    ada.evaluate(
      (member, is) =>
        member.session.publish({
          microphone: 'default',
          camera: 'default',
          screen: false,
          isAhead: is,
        }),
      isAhead,
    )
  await ahead(true)
  const senders = () => ada.evaluate(() => lab.senders())
  await soon.poll(senders).toEqual([null, null])
  const layersOn = () => ada.evaluate(() => lab.layersOn())
  await soon.poll(layersOn).toEqual(['q'])
  const encodedIn = (ms: number) =>
    ada.evaluate(async (_, wait) => {
      const before = await lab.traffic()
      await lab.waitFor(wait)
      return (await lab.traffic()).encoded - before.encoded
    }, ms)
  // What was under way when the senders let go of it is counted late.
  await soon.poll(() => encodedIn(200)).toBe(0)
  await introduce(ada, ben)
  await introduce(ben, ada)
  const encoded = await encodedIn(1000)

  await ahead(false)

  expect(encoded).toBe(0)
  await soon.poll(senders).not.toContain(null)
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  await soon.poll(layersOn).toEqual(['q', 'h', 'f'])
  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)
  await openMicrophone(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
})

test('a camera that was made ready, switched off before the press and switched on in the call grows as well', async () => {
  const [ada, ben] = [await joinAs(0), await joinAs(1)]
  const publish = (camera: string | undefined, isAhead: boolean) =>
    ada.evaluate(
      (member, how) => member.session.publish({ microphone: 'default', screen: false, ...how }),
      { camera, isAhead },
    )
  const layersOn = () => ada.evaluate(() => lab.layersOn())
  await publish('default', true)
  await soon.poll(layersOn).toEqual(['q'])

  await publish(undefined, true)
  await publish(undefined, false)
  await publish('default', false)
  await introduce(ada, ben)
  await introduce(ben, ada)

  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)
  await soon.poll(layersOn).toEqual(['q', 'h', 'f'])
})

test('a microphone is not heard before its gate is open, nor after it is closed (R31)', async () => {
  const [ada, ben] = await joinBoth()
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  const before = await ben.evaluate((member) => member.hears(0 as LeafIndex))

  await openMicrophone(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
  await ada.evaluate((member) => member.session.closeGate())

  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBeUndefined()
  expect(before).toBeUndefined()
})

test('a closed microphone’s sound is not even encoded, and is again once it is opened', async () => {
  const [ada, ben] = await joinBoth()
  await openMicrophone(ada, ben)
  await soon.poll(() => soundsEncoded(ada)).toBeGreaterThan(30)

  await ada.evaluate((member) => member.session.closeGate())
  await soon.poll(() => soundsEncoded(ada)).toBe(0)
  await openMicrophone(ada, ben)

  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
})

test('an open microphone without its signed word is not played', async () => {
  const [ada, ben] = await joinBoth()

  await ada.evaluate((member) => member.session.openGate())

  await soon
    .poll(() => dropsOf(ben).then((drops) => drops['outside-bounds'] ?? 0))
    .toBeGreaterThan(20)
  expect(await ben.evaluate((member) => member.hears(0 as LeafIndex))).toBeUndefined()
})

test('a new key every moment loses no frame', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
  const dropped = await dropsOf(ben)

  for (let epoch = 0; epoch < 5; epoch++) {
    const before = await openedBy(ben)
    await Promise.all([ada, ben].map((each) => each.evaluate((member) => member.advance('other'))))
    await soon.poll(() => openedBy(ben)).toBeGreaterThan(before + 60)
  }

  const after = await dropsOf(ben)
  expect(after).toEqual(dropped)
})

test('a member under another key perceives nobody, and every frame is counted', async () => {
  const [ada, ben] = await joinBoth({ keys: [7, 99] })
  await talk(ada, ben)

  await soon
    .poll(() => dropsOf(ben).then((drops) => drops['not-authentic'] ?? 0))
    .toBeGreaterThan(50)
  expect(await ben.evaluate((member) => member.sees(0 as LeafIndex))).toBeUndefined()
  expect(await ben.evaluate((member) => member.hears(0 as LeafIndex))).toBeUndefined()
})

test('a shared screen with its sound arrives, and ends', async () => {
  const [ada, ben] = await joinBoth()

  await ada.evaluate((member) =>
    member.session.publish({
      microphone: 'default',
      camera: 'default',
      screen: true,
      isAhead: false,
    }),
  )
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(4)
  await introduce(ada, ben)

  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex, 'screen'))).toBe(1)
  await soon
    .poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex, 'screen-sound')))
    .toBe(1)
  await ada.evaluate((member) =>
    member.session.publish({
      microphone: 'default',
      camera: 'default',
      screen: false,
      isAhead: false,
    }),
  )
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(2)
})

test('another camera goes on in the same track, and one switched off comes back in it', async () => {
  const [ada, ben] = await joinBoth()
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  const before = await ada.evaluate((member) => member.announced)

  await show(ada, 'other')
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(2)
  await show(ada, undefined)
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(1)
  await introduce(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.last('media-detached')?.leaf)).toBe(0)
  await show(ada, 'default')
  await soon.poll(() => ada.evaluate((member) => member.announced)).toEqual(before)
  await introduce(ada, ben)

  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
})

test('a camera that is busy is said to be, tried again by itself, and seen once it works', async () => {
  const [ada, ben] = await joinBoth({ without: 'camera' })
  await ada.evaluate(() => lab.breakDevice('video', 'NotReadableError'))

  await show(ada, 'default')
  await soon
    .poll(() => ada.evaluate((member) => member.last('device-failed')))
    .toMatchObject({ kind: 'camera', why: 'in-use' })
  await ada.evaluate(() => lab.breakDevice('video', undefined))
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(2)
  await introduce(ada, ben)

  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  expect(await ada.evaluate((member) => member.last('device-works'))).toMatchObject({
    kind: 'camera',
  })
})

test('an unplugged microphone closes its gate and is said, and comes back closed (R32)', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)

  await ada.evaluate(() => lab.unplug('audio'))
  await soon.poll(() => ada.evaluate((member) => member.last('microphone-lost'))).toBeTruthy()
  await soon
    .poll(() => ada.evaluate((member) => member.last('device-failed')))
    .toMatchObject({ kind: 'microphone', why: 'ended' })
  expect(await ada.evaluate((member) => member.session.openGate())).toBeUndefined()
  await ada.evaluate(() => lab.plugIn('audio'))
  await soon.poll(() => ada.evaluate((member) => member.last('device-works'))).toBeTruthy()
  await introduce(ada, ben)

  // Frames are counted once a second: some of before the device went may still be told.
  await soon.poll(() => soundsEncoded(ada)).toBe(0)
  expect(await ben.evaluate((member) => member.hears(0 as LeafIndex))).toBeUndefined()
  await openMicrophone(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
})

test('a track that could not be published is published later in the same connection, and said until then', async () => {
  const [ada, ben] = await joinBoth({ without: 'camera' })
  await ada.evaluate(() => lab.breakPublishing(4))

  await show(ada, 'default')
  await soon
    .poll(() => ada.evaluate((member) => member.last('device-failed')))
    .toMatchObject({ kind: 'camera', why: 'not-sent' })
  await introduce(ada, ben)

  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  expect(await ada.evaluate((member) => member.last('device-works'))).toMatchObject({
    kind: 'camera',
  })
})

test('a small tile is sent the small layer, a hidden one no picture, and a large one all of it at once', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)

  await showAt(ben, ada, { width: 160, height: 90 })
  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(320)
  await soon.poll(() => layersSent(ada)).toEqual(['q'])

  await showAt(ben, ada, undefined)
  await soon.poll(() => playedBy(ben).then(({ pixels }) => pixels)).toBe(0)
  await soon.poll(() => layersSent(ada)).toEqual([])

  await showAt(ben, ada, { width: 1280, height: 720 })
  await soon.poll(() => layersSent(ada)).toEqual(['f', 'h', 'q'])
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)
})

for (const who of ['listener', 'speaker'] as const)
  test(`when the line of the ${who} becomes thin the picture shrinks, and sound goes on whole`, async () => {
    const line = await thinLine()
    const [ada, ben] = await joinBoth({ over: line, whose: who === 'speaker' ? 0 : 1 })
    await talk(ada, ben)
    await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)
    await soon.poll(() => playedBy(ben).then(({ sounds }) => sounds)).toBeGreaterThan(45)
    const { pixels } = await playedBy(ben)
    await soon.poll(() => line.packets).toBeGreaterThan(500)

    line.narrow(300)

    await soon
      .poll(async () => {
        const now = await playedBy(ben)
        return now.sounds > 45 && now.pixels > 0 && now.pixels < 0.7 * pixels
      })
      .toBe(true)
    expect(await ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
    expect(await ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  })
