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

function sealedBy({ reports }: Side) {
  return reports.filter((report) => report.type === 'sound-sealed')
}

function doubtsOf({ reports }: Side) {
  return reports.flatMap((report) => (report.type === 'sound-doubted' ? [report.is] : []))
}

/** Ben hears the last of what Ada signed. */
function hearLast(ada: Side, ben: Side): void {
  const { from, hashes } = sealedBy(ada).at(-1)!
  ben.engine.handle({ do: 'compare', ...ADA, from, hashes })
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
  expect(sealedBy(ada)).toEqual([{ type: 'sound-sealed', track: ADA.track, from: 0, hashes }])
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
      track: trackOf(track),
      from: 0,
      hashes: new Uint8Array(8).fill(1),
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
