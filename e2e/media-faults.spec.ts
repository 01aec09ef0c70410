import { expect, test } from '@playwright/test'
import type { LeafIndex } from '@parley/protocol'
import type { FrameRoom } from '@parley/sframe'
import type { Lab } from './media-lab/lab.ts'
import {
  soon,
  server,
  setLabStage,
  openLab,
  joinAs,
  joinBoth,
  joinAgain,
  openMicrophone,
  talk,
  joinAsStranger,
} from './media-lab/labStage.ts'
import { dropsOf, hasTriedToSend } from './media-lab/measure.ts'

declare const lab: Lab

setLabStage()

test('a media server that crashed and is back carries media again, the microphone as it was', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)

  await server.kill()
  await soon.poll(() => ben.evaluate((member) => member.last('media-lost'))).toBeTruthy()
  await server.start()
  for (const each of [ada, ben]) await each.evaluate((member) => member.session.serverIsBack())

  await soon
    .poll(() =>
      ben.evaluate((member) => member.events.filter((e) => e.type === 'media-back').length),
    )
    .toBe(2)
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
})

test('a media server that falls silent is missed since it did, and media go on when it wakes', async () => {
  const [ada, ben] = await joinBoth()
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)

  const silentAtMs = Date.now()
  server.freeze()
  await soon.poll(() => ben.evaluate((member) => member.last('media-lost'))).toBeTruthy()
  const lost = await ben.evaluate((member) => member.last('media-lost')?.atMs ?? 0)
  const before = await ben.evaluate((member) => member.last('accounts'))
  server.thaw()

  await soon
    .poll(() =>
      ben.evaluate((member) => member.events.filter((e) => e.type === 'media-back').length),
    )
    .toBe(2)
  await soon.poll(() => ben.evaluate((member) => member.last('accounts'))).not.toEqual(before)
  expect(lost - silentAtMs).toBeLessThan(3000)
  expect(await ada.evaluate((member) => member.last('device-failed'))).toBeUndefined()
})

test('a frame worker that was killed lets nothing out while the page has not noticed', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)

  const before = await ada.evaluate(() => {
    lab.breakWorker('killed')
    return lab.traffic()
  })
  const encoded = () => ada.evaluate(() => lab.traffic()).then((after) => after.encoded)
  await soon.poll(encoded).toBeGreaterThan(before.encoded + 60)

  const after = await ada.evaluate(() => lab.traffic())
  expect(await ada.evaluate((member) => member.last('frames-stopped'))).toBeUndefined()
  expect(after.sounds - before.sounds).toBeLessThan(5)
  expect(await dropsOf(ben)).toEqual({})
})

for (const how of ['killed', 'failing'] as const)
  test(`a frame worker that is ${how} lets nothing out, is missed, and another carries on`, async () => {
    const outsider = await joinAsStranger()
    const [ada, ben] = await joinBoth()
    await talk(ada, ben)
    await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)

    await ada.evaluate((_, each) => lab.breakWorker(each), how)
    await soon.poll(() => ada.evaluate((member) => member.last('frames-stopped'))).toBeTruthy()
    await joinAgain(ada, ben)

    await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
    await soon.poll(() => ada.evaluate((member) => member.sees(1 as LeafIndex))).toBe(1)
    expect(await ben.evaluate((member) => member.hears(0 as LeafIndex))).toBeUndefined()
    await openMicrophone(ada, ben)
    await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
    const [seen, heard] = await outsider.evaluate((each) => [
      [...each.everSeen],
      [...each.everHeard],
    ])
    expect({ seen, heard }).toEqual({ seen: [], heard: [] })
  })

for (const lock of ['browser', 'birth', 'attach', 'worker'] as const)
  test(`without the lock "${lock}" nothing is published (R33)`, async () => {
    const outsider = await joinAsStranger()
    const ada = await joinAs(0, { without: lock })

    await ada.evaluate((member) =>
      member.session.publish({
        microphone: 'default',
        camera: 'default',
        screen: false,
        isAhead: false,
      }),
    )
    await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(2)
    await ada.evaluate((member) => void member.session.openGate())

    await soon.poll(() => hasTriedToSend(ada, lock)).toBe(true)
    const { bytes } = await outsider.evaluate((each) => each.received())
    expect(bytes).toBe(0)
  })

test('without any lock the loopback shows frames, with one of two it shows none (R33)', async () => {
  const bare = await (
    await openLab('browser')
  ).evaluate(() => lab.loopback({ hasTransforms: false }))
  const atBirth = await (
    await openLab('browser')
  ).evaluate(() => lab.loopback({ hasTransforms: true }))
  const byBrowser = await (await openLab()).evaluate(() => lab.loopback({ hasTransforms: false }))

  expect(bare.received).toBeGreaterThan(0)
  expect([atBirth.received, byBrowser.received]).toEqual([0, 0])
})

test('a connection that names no session sends nothing, nor does a sender of one room that is bound in the other (R33, R50)', async () => {
  const own = await sentBy({ of: 'plenary', boundIn: 'plenary' })
  const nobodys = await sentBy({ boundIn: 'plenary' })
  const others = await sentBy({ of: 'plenary', boundIn: 'caucus' })

  expect(own).toBeGreaterThan(0)
  expect([nobodys, others]).toEqual([0, 0])
})

/** Bytes that leave by a connection of that room's session, or of none, whose sender is bound in a room. */
async function sentBy(how: { of?: FrameRoom; boundIn: FrameRoom }): Promise<number> {
  const page = await openLab('browser')
  const asked = { hasTransforms: true, ...how }
  return (await page.evaluate((each) => lab.loopback(each), asked)).sent
}
