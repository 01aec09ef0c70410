import { expect, test, type JSHandle } from '@playwright/test'
import type { LeafIndex } from '@parley/protocol'
import type { Lab } from './media-lab/lab.ts'
import { enter, introduce, joinAndWait, letIn, setLabStage, soon } from './media-lab/labStage.ts'
import { NOTE, type Member } from './media-lab/member.ts'

declare const lab: Lab

setLabStage()

test('whoever waits with a note of the call has what members send negotiated, and is sent none of it before they are in', async () => {
  const { ada, ben } = await joinAndWait(NOTE)
  const negotiated = () => ben.evaluate(() => lab.receivers())
  await soon.poll(negotiated).toEqual(['audio', 'video'])
  const before = await arrivedAt(ben)
  await ben.evaluate(() => lab.waitFor(1000))
  const after = await arrivedAt(ben)

  await letIn({ ada, ben })

  expect(after - before).toBe(0)
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  expect(await negotiated()).toEqual(['audio', 'video'])
})

test('of whoever is alone the smallest picture alone is made, though somebody waits, and all of it for whoever comes in', async () => {
  const { ada, ben } = await joinAndWait(NOTE)
  const layersOn = () => ada.evaluate(() => lab.layersOn())
  await soon.poll(() => ben.evaluate(() => lab.receivers())).toEqual(['audio', 'video'])
  await ada.evaluate((member) => member.session.holdBack('alone'))
  await soon.poll(layersOn).toEqual(['q'])

  await letIn({ ada, ben })
  await ada.evaluate((member) => member.session.holdBack(undefined))

  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  await soon.poll(layersOn).toEqual(['q', 'h', 'f'])
  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)
})

test('what comes before words name it carries nothing', async () => {
  const { ada, ben } = await joinAndWait(NOTE)
  await soon.poll(() => ben.evaluate(() => lab.receivers())).toEqual(['audio', 'video'])
  const you = await ada.evaluate((member) => member.you)

  await enter({ ada, ben })
  await ben.evaluate((member, each) => member.setRoster([{ ...each, tracks: [] }]), you)
  await introduce(ben, ada)
  const before = await arrivedAt(ben)
  await soon.poll(() => arrivedAt(ben)).toBeGreaterThan(before + 20_000)
  const attached = await ben.evaluate((member) => member.last('media-attached'))
  await introduce(ada, ben)

  expect(attached).toBeUndefined()
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
})

for (const [what, note] of [
  ['no note', undefined],
  ['a note of another call', 'of another call'],
] as const)
  test(`whoever waits with ${what} is let have nothing before they are in (R39)`, async () => {
    const { ada, ben } = await joinAndWait(note)
    const negotiated = () => ben.evaluate(() => lab.receivers())
    await ben.evaluate(() => lab.waitFor(2000))
    expect(await negotiated()).toEqual([])

    await letIn({ ada, ben })

    await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  })

function arrivedAt(member: JSHandle<Member>): Promise<number> {
  return member.evaluate(() => lab.traffic()).then(({ arrived }) => arrived)
}
