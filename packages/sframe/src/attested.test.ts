import { expect, test } from 'vitest'
import { adaAndBen } from './testing/adaAndBen.ts'
import type { Bytes } from '@parley/protocol'
import { hashOf } from './frameHash.ts'
import { leafOf, trackOf, type Side } from './testing/side.ts'

const ADA = { leaf: leafOf(0), track: trackOf(7) }

/** Ada's microphone is open and promised to be attested; Ben knows. */
async function attested() {
  const parts = await adaAndBen({ isMicrophone: true })
  const { ada, ben } = parts
  ada.engine.handle({ do: 'open-gate', ask: 1, track: ADA.track, isAttested: true })
  const bounds = { from: 0, after: undefined, isAttested: true } as const
  ben.engine.handle({ do: 'set-bounds', ...ADA, bounds })
  return parts
}

/** Ada shows a picture, in three layers under one counter, and promised to sign for it. */
async function shown() {
  const parts = await adaAndBen()
  const { ada, ben } = parts
  await ada.install(1, { isAttested: true })
  await ben.install(1)
  ben.engine.handle({ do: 'bind-receiver', id: 2, ...ADA, isMicrophone: false, isAttested: true })
  return parts
}

function attestedBy({ reports }: Side) {
  return reports.filter((report) => report.type === 'sealed')
}

function sealedBy(side: Side) {
  return attestedBy(side).flatMap(({ sealed }) => sealed)
}

function doubtsOf({ reports }: Side) {
  return reports.flatMap((report) => (report.type === 'doubted' ? [report.is] : []))
}

/** Ben hears the last of what Ada signed. */
function hearLast(ada: Side, ben: Side): void {
  const { type: _, ...signed } = attestedBy(ada).at(-1)!
  ben.engine.handle({ do: 'compare', leaf: ADA.leaf, ...signed })
}

/** Ada is asked what Ben wants to know. */
function ask(ada: Side, ben: Side): void {
  const { id } = ben.reports.findLast((report) => report.type === 'how-far-wanted')!
  ada.engine.handle({ do: 'tell-how-far', to: leafOf(1), id })
}

test('once a second it is told what went out of an attested microphone, by the first eight bytes of the hash of each frame (R73)', async () => {
  const { clock, ada } = await attested()

  const first = (await ada.seal()) as Bytes
  const second = (await ada.seal()) as Bytes
  await clock.move(1000)
  await clock.move(1000)

  const hashes = new Uint8Array(16)
  for (const [at, frame] of [first, second].entries())
    new DataView(hashes.buffer).setBigUint64(at * 8, await hashOf(frame))
  expect(attestedBy(ada)).toEqual([
    { type: 'sealed', sealed: [{ track: ADA.track, from: 0, hashes }] },
  ])
})

test('what a closing gate kept back is not told to have gone out', async () => {
  const { clock, ada } = await attested()

  await ada.seal()
  const kept = ada.seal()
  ada.engine.handle({ do: 'close-gate', ask: 2, track: ADA.track })
  ada.engine.handle({ do: 'open-gate', ask: 3, track: ADA.track, isAttested: true })
  await kept
  await ada.seal()
  await clock.move(1000)

  const { from, hashes } = sealedBy(ada)[0]!
  expect([from, hashes.length, hashes.subarray(8, 16)]).toEqual([0, 24, new Uint8Array(8)])
})

test('of a microphone that is not attested nothing is told, and nothing of it is in doubt', async () => {
  const { clock, ada, ben } = await attested()
  ada.engine.handle({ do: 'open-gate', ask: 2, track: ADA.track })
  const bounds = { from: 0, after: undefined }
  ben.engine.handle({ do: 'set-bounds', ...ADA, bounds })

  await ben.open(await ada.seal())
  await clock.move(5000)

  expect([sealedBy(ada), doubtsOf(ben)]).toEqual([[], []])
})

test('what its leaf signed for raises no doubt, over a change of keys too (R73)', async () => {
  const { clock, ada, ben } = await attested()

  await ben.open(await ada.seal())
  await ada.install(1)
  await ben.install(1)
  await ben.open(await ada.seal())
  await clock.move(1000)
  hearLast(ada, ben)
  await clock.move(5000)

  expect(doubtsOf(ben)).toEqual([])
})

test('what nobody signed for is in doubt within two seconds, once a second for five (R73)', async () => {
  const { clock, ada, ben } = await attested()

  await ben.open(await ada.seal())
  await clock.move(1750)
  const before = doubtsOf(ben)
  await clock.move(250)
  const within = doubtsOf(ben)
  await clock.move(10_000)

  expect([before, within]).toEqual([[], ['unconfirmed']])
  expect(doubtsOf(ben)).toHaveLength(6)
})

test('a frame that another seals with the same keys under the counter that was signed for is of another device, at once (R73)', async () => {
  const { clock, ada, ben } = await attested()
  const { ada: evil } = await attested()

  await ada.seal()
  const forged = await evil.seal({ data: new TextEncoder().encode('I resign') })
  const played = await ben.open(forged)
  await clock.move(1000)
  hearLast(ada, ben)

  expect(new TextDecoder().decode(played as Bytes)).toBe('I resign')
  expect(doubtsOf(ben)).toEqual(['foreign'])
})

test('what a leaf signs of a track that it never opened is not kept', async () => {
  const { clock, ben } = await attested()

  for (let track = 100; track < 200; track++)
    ben.engine.handle({
      do: 'compare',
      leaf: ADA.leaf,
      sealed: [{ track: trackOf(track), from: 0, hashes: new Uint8Array(8).fill(1) }],
    })
  await clock.move(1000)

  const counted = ben.reports.findLast((report) => report.type === 'counted')
  expect(counted?.received.map(({ track }) => track)).toEqual([ADA.track])
})

test('another leaf signs for nothing that went out under the one before', async () => {
  const { clock, ada } = await attested()

  await ada.seal()
  ada.engine.handle({ do: 'forget-epochs' })
  await clock.move(2000)

  expect(sealedBy(ada)).toEqual([])
})

test('of a picture that its leaf promised to sign for each layer’s frames are told, and any of them confirmed (R119)', async () => {
  const { clock, ada, ben } = await shown()
  const layers = [await ada.seal(), await ada.seal(), await ada.seal()]

  await ben.open(layers[1]!)
  await clock.move(1000)
  const told = sealedBy(ada)
  hearLast(ada, ben)
  await clock.move(5000)

  expect(told).toMatchObject([{ track: ADA.track, from: 0 }])
  expect(told[0]?.hashes).toHaveLength(3 * 8)
  expect(doubtsOf(ben)).toEqual([])
})

test('a picture that nobody signed for is in doubt within two seconds, and another’s under its counter at once (R119)', async () => {
  const { clock, ada, ben } = await shown()
  const { ada: evil } = await shown()

  await ben.open(await ada.seal())
  await clock.move(2000)
  const late = doubtsOf(ben)
  await ada.seal()
  await ben.open(await evil.seal({ data: new TextEncoder().encode('a face') }))
  await ben.open(await evil.seal({ data: new TextEncoder().encode('a face') }))
  await clock.move(1000)
  hearLast(ada, ben)

  expect(late).toEqual(['unconfirmed'])
  expect(doubtsOf(ben)).toContain('foreign')
})

test('a leaf whose frames are not confirmed is asked once a second how far it is, and answers whoever asked last (R120)', async () => {
  const { clock, ada, ben } = await shown()

  await ben.open(await ada.seal())
  await clock.move(2900)
  const asked = ben.reports.filter((report) => report.type === 'how-far-wanted')
  ada.engine.handle({ do: 'tell-how-far', to: leafOf(2), id: 7 })
  ada.engine.handle({ do: 'tell-how-far', to: leafOf(2), id: 8 })
  await clock.move(1000)
  await clock.move(1000)

  expect(asked.map(({ of }) => of)).toEqual([[ADA.leaf], [ADA.leaf]])
  const answers = attestedBy(ada).flatMap(({ soFar }) => soFar ?? [])
  expect(answers).toEqual([{ ids: [8], next: [[ADA.track, 1]] }])
})

test('what is ahead of all that its device had sealed when it was asked is of another, and keeps nothing true out after (R120)', async () => {
  const { clock, ada, ben } = await shown()
  const { ada: evil } = await shown()
  for (let ctr = 0; ctr < 2000; ctr++) await evil.seal()

  await ben.open(await evil.seal())
  await clock.move(2000)
  ask(ada, ben)
  await ada.seal()
  await clock.move(1000)
  const before = doubtsOf(ben)
  hearLast(ada, ben)
  const after = await ben.open(await ada.seal())

  expect(new Set(before)).toEqual(new Set(['unconfirmed']))
  expect(doubtsOf(ben).at(-1)).toBe('foreign')
  expect(typeof after).toBe('object')
})

test('an answer to what one did not ask shows nothing', async () => {
  const { clock, ada, ben } = await shown()

  await ben.open(await ada.seal())
  await clock.move(2000)
  const soFar = { ids: [7], next: [[ADA.track, 0]] as const }
  ben.engine.handle({ do: 'compare', leaf: ADA.leaf, sealed: [], soFar })
  await clock.move(1000)

  expect(doubtsOf(ben)).not.toContain('foreign')
})
