import { expect, test } from '@playwright/test'
import type { LeafIndex } from '@parley/protocol'
import type { Lab } from './media-lab/lab.ts'
import { introduce, openMicrophone, setLabStage, soon } from './media-lab/labStage.ts'
import { enterRoom, hearAll, heardBy, joinTwoRooms, soundOf } from './media-lab/twoRooms.ts'

declare const lab: Lab

setLabStage()

const ADA = 0 as LeafIndex
const BEN = 1 as LeafIndex

test('a tone is heard in exactly the room whose gate is open, from one microphone (R50)', async () => {
  const [ada, ben] = await joinTwoRooms()
  await ben.plenary.evaluate((member) => member.session.openGate())
  await soon.poll(() => heardBy(ada, BEN)).toEqual([1, undefined])

  const before = await heardBy(ben, ADA)
  await ada.plenary.evaluate((member) => member.session.openGate())
  await soon.poll(() => heardBy(ben, ADA)).toEqual([0, undefined])
  await ada.caucus.evaluate((member) => member.session.openGate())
  await soon.poll(() => heardBy(ben, ADA)).toEqual([undefined, 0])
  const taken = await ada.plenary.evaluate((member) => member.last('gate-taken'))
  await ada.caucus.evaluate((member) => member.session.closeGate())
  await soon.poll(() => heardBy(ben, ADA)).toEqual([undefined, undefined])

  const said = await soundOf(ada.plenary, ben.plenary)
  expect(before).toEqual([undefined, undefined])
  expect(said.played).toBeGreaterThan(0)
  expect(taken?.after).toBeGreaterThanOrEqual(said.played - 1)
  expect(await ada.caucus.evaluate((member) => member.last('gate-taken'))).toBeUndefined()
  expect(await heardBy(ada, BEN)).toEqual([1, undefined])
  expect(await ada.page.evaluate(() => lab.devicesOpened('audio'))).toBe(1)
})

test('switched twenty times as fast as one can press, no frame passes outside what was open (R50)', async () => {
  const [ada, ben] = await joinTwoRooms()

  const may = await ada.plenary.evaluate(async (plenary, caucus) => {
    const frames = { plenary: 0, caucus: 0 }
    for (let round = 0; round < 20; round++) {
      const said = await plenary.session.openGate()
      await lab.waitFor(70)
      const whispered = await caucus.session.openGate()
      const taken = plenary.last('gate-taken')
      await lab.waitFor(70)
      const closed = await caucus.session.closeGate()
      await lab.waitFor(30)
      frames.plenary += (taken?.after ?? -1) - (said?.from ?? 0) + 1
      frames.caucus += (closed?.after ?? -1) - (whispered?.from ?? 0) + 1
    }
    return frames
  }, ada.caucus)

  const [said, whispered] = await Promise.all([
    soundOf(ada.plenary, ben.plenary),
    soundOf(ada.caucus, ben.caucus),
  ])
  expect(may.plenary).toBeGreaterThan(20)
  expect(may.caucus).toBeGreaterThan(20)
  for (const [{ sealed, played }, most] of [
    [said, may.plenary],
    [whispered, may.caucus],
  ] as const) {
    expect(sealed).toBeLessThanOrEqual(most)
    expect(sealed).toBeGreaterThan(most - 41)
    expect(played).toBeLessThanOrEqual(sealed)
    expect(played).toBeGreaterThan(sealed / 2)
  }
  expect(await heardBy(ben, ADA)).toEqual([undefined, undefined])
  await ada.plenary.evaluate((member) => member.session.openGate())
  await soon.poll(() => heardBy(ben, ADA)).toEqual([0, undefined])
})

test('whoever speaks in one room again and again is never heard in the other', async () => {
  const [ada, ben] = await joinTwoRooms()
  await ben.plenary.evaluate((member) => member.listenFor(0 as LeafIndex))

  for (let round = 0; round < 5; round++) {
    await ada.caucus.evaluate((member) => member.session.openGate())
    await soon.poll(() => heardBy(ben, ADA).then(([, caucus]) => caucus)).toBe(0)
    await ada.caucus.evaluate((member) => member.session.closeGate())
    await soon.poll(() => heardBy(ben, ADA).then(([, caucus]) => caucus)).toBeUndefined()
  }

  expect(await ben.plenary.evaluate((member) => [...member.everHeard])).toEqual([])
  expect(await soundOf(ada.plenary, ben.plenary)).toEqual({ sealed: 0, played: 0 })
  await openMicrophone(ada.plenary, ben.plenary)
  await soon.poll(() => ben.plenary.evaluate((member) => [...member.everHeard])).toEqual([0])
})

test('the microphone of the caucus changes with that of the plenary, is lost with it, and comes back closed', async () => {
  const [ada, ben] = await joinTwoRooms()
  await ada.caucus.evaluate((member) => member.session.openGate())
  await soon.poll(() => heardBy(ben, ADA)).toEqual([undefined, 0])

  const other = { microphone: 'other', camera: undefined, screen: false, isAhead: false }
  for (const each of [ada.caucus, ada.plenary])
    await each.evaluate((member, wanted) => member.session.publish(wanted), other)
  await soon
    .poll(async () => {
      await ada.caucus.evaluate((member) => member.session.openGate())
      return heardBy(ben, ADA)
    })
    .toEqual([undefined, 2])

  await ada.page.evaluate(() => lab.unplug('audio'))
  for (const each of [ada.caucus, ada.plenary])
    await soon.poll(() => each.evaluate((member) => member.last('microphone-lost'))).toBeTruthy()
  expect(await ada.caucus.evaluate((member) => member.session.openGate())).toBeUndefined()
  await ada.page.evaluate(() => lab.plugIn('audio'))
  await soon
    .poll(() => ada.caucus.evaluate((member) => member.last('own-media')?.media !== undefined))
    .toBe(true)
  await introduce(ada.caucus, ben.caucus)
  await introduce(ada.plenary, ben.plenary)
  await ada.page.evaluate(() => lab.waitFor(1000))
  expect(await heardBy(ben, ADA)).toEqual([undefined, undefined])
  await ada.caucus.evaluate((member) => member.session.openGate())
  await soon.poll(() => heardBy(ben, ADA)).toEqual([undefined, 2])
})

test('whoever would speak in the caucus without a microphone there is not heard in the plenary instead', async () => {
  const [ada, ben] = await joinTwoRooms()
  await ada.plenary.evaluate((member) => member.session.openGate())
  await soon.poll(() => heardBy(ben, ADA)).toEqual([0, undefined])
  await ada.caucus.evaluate((member) =>
    member.session.publish({
      microphone: undefined,
      camera: undefined,
      screen: false,
      isAhead: false,
    }),
  )

  const opened = await ada.caucus.evaluate((member) => member.session.openGate())

  await soon.poll(() => heardBy(ben, ADA)).toEqual([undefined, undefined])
  expect(opened).toBeUndefined()
  expect(await ada.plenary.evaluate((member) => member.last('gate-taken'))).toBeTruthy()
})

test('a caucus that is left takes nothing of the plenary with it, and can be entered again', async () => {
  const [ada, ben] = await joinTwoRooms()
  await ada.caucus.evaluate((member) => member.session.openGate())
  await soon.poll(() => heardBy(ben, ADA)).toEqual([undefined, 0])

  await ada.caucus.evaluate((member) => member.session[Symbol.asyncDispose]())
  await ada.plenary.evaluate((member) => member.session.openGate())
  await soon.poll(() => heardBy(ben, ADA)).toEqual([0, undefined])
  const caucus = await enterRoom('caucus', 0, ada.page)
  await introduce(caucus, ben.caucus)
  await introduce(ben.caucus, caucus)
  await hearAll(ben.caucus, caucus)
  await caucus.evaluate((member) => member.session.openGate())

  await soon.poll(() => heardBy(ben, ADA)).toEqual([undefined, 0])
  expect(await ada.page.evaluate(() => lab.devicesOpened('audio'))).toBe(1)
})

test('a frame worker that dies is told in both rooms, and neither is heard until it is joined again', async () => {
  const [ada, ben] = await joinTwoRooms()
  await ada.caucus.evaluate((member) => member.session.openGate())
  await soon.poll(() => heardBy(ben, ADA)).toEqual([undefined, 0])

  await ada.page.evaluate(() => lab.breakWorker('killed'))

  for (const each of [ada.caucus, ada.plenary])
    await soon.poll(() => each.evaluate((member) => member.last('frames-stopped'))).toBeTruthy()
  await soon.poll(() => heardBy(ben, ADA)).toEqual([undefined, undefined])
  expect(await ada.page.evaluate(() => lab.senders())).toEqual([])
})
