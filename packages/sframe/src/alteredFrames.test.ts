import type { Bytes } from '@parley/protocol'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ManualClock } from './testing/manualClock.ts'
import { adaAndBen } from './testing/adaAndBen.ts'
import { words, type Side } from './testing/side.ts'

test('bytes that are no frame are dropped, never thrown at', async () => {
  const { clock, ada, ben } = await adaAndBen()
  const sealed = await sealedBy(ada)
  const header = fc.constantFrom(0, 1, 2).map((length) => sealed.slice(0, length))
  const bytes = fc
    .tuple(header, fc.uint8Array({ maxLength: 80 }))
    .map(([start, rest]) => new Uint8Array([...start, ...rest]))
  const asSomething = fc.constantFrom('audio/opus', 'video/VP8', 'video/VP9', 'video/H264', '')

  await fc.assert(
    fc.asyncProperty(bytes, asSomething, fc.boolean(), async (data, mimeType, isKeyFrame) => {
      const opening = ben.open(data, { mimeType, isKeyFrame })
      expect(typeof (await inTime(clock, opening))).toBe('string')
    }),
    { numRuns: 500 },
  )
  expect(await ben.open(await ada.seal())).toEqual(words())
})

test('a frame with any byte altered, cut short or drawn out is not played (R28)', async () => {
  const { clock, ada, ben } = await adaAndBen()
  const sealed = await sealedBy(ada)
  const altered = fc.oneof(
    fc
      .tuple(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }))
      .map(([at, by]) => sealed.map((byte, each) => (each === at ? byte ^ by : byte))),
    fc.nat(sealed.length - 1).map((length) => sealed.slice(0, length)),
    fc
      .uint8Array({ minLength: 1, maxLength: 8 })
      .map((rest) => new Uint8Array([...sealed, ...rest])),
  )

  await fc.assert(
    fc.asyncProperty(altered, async (data) => {
      expect(typeof (await inTime(clock, ben.open(new Uint8Array(data))))).toBe('string')
    }),
    { numRuns: 500 },
  )
  expect(await ben.open(sealed)).toEqual(words())
})

async function sealedBy(side: Side): Promise<Bytes> {
  const sealed = await side.seal()
  if (typeof sealed === 'string') throw new Error(`was not sealed: ${sealed}`)
  return sealed
}

/** A frame that says it is of an epoch to come waits for it. */
async function inTime<T>(clock: ManualClock, opening: Promise<T>): Promise<T> {
  await clock.move(2000)
  return opening
}
