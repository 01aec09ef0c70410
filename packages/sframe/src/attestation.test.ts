import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Attestation } from './attestation.ts'
import { HASH_BYTES } from './frameHash.ts'

const FRAME_MS = 20

/** A frame's own hash, as its device signs it. */
const own = (ctr: number): bigint => BigInt(ctr) * 7919n + 1n

function wordOf(from: number, to: number, hashOf: (ctr: number) => bigint = own) {
  const hashes = new Uint8Array((to - from + 1) * HASH_BYTES)
  const view = new DataView(hashes.buffer)
  for (let ctr = from; ctr <= to; ctr++) view.setBigUint64((ctr - from) * HASH_BYTES, hashOf(ctr))
  return { from, hashes }
}

const another = (): bigint => 5n

/** One frame each 20 ms, from that time on. */
function play(attestation: Attestation, from: number, to: number, hashOf = own): void {
  for (let ctr = from; ctr <= to; ctr++)
    attestation.play(ctr, { hash: hashOf(ctr), atMs: ctr * FRAME_MS })
}

test('what is played is confirmed by the word of its device, before or after it', () => {
  const attestation = new Attestation()

  play(attestation, 0, 49)
  attestation.hear(wordOf(0, 99), 1000)
  play(attestation, 50, 99)

  expect([attestation.doubt(4000), attestation.isOpen(4000)]).toEqual([undefined, false])
})

test('what no word has confirmed is in doubt after 1.8 s, until one does', () => {
  const attestation = new Attestation()

  play(attestation, 0, 49)
  const before = [1799, 1800, 3000].map((nowMs) => attestation.doubt(nowMs))
  attestation.hear(wordOf(0, 49), 3000)

  expect(before).toEqual([undefined, 'unconfirmed', 'unconfirmed'])
  expect(attestation.doubt(3000)).toBeUndefined()
})

test('what is never confirmed is in doubt for five seconds', () => {
  const attestation = new Attestation()

  play(attestation, 0, 0)

  expect([attestation.doubt(6800), attestation.doubt(6801)]).toEqual(['unconfirmed', undefined])
})

test.each([
  ['after', (one: Attestation) => (play(one, 10, 10, another), one.hear(wordOf(0, 49), 1000))],
  ['before', (one: Attestation) => (one.hear(wordOf(0, 49), 200), play(one, 10, 10, another))],
])('another hash under a counter that a word has is of another device, %s it', (_, happen) => {
  const attestation = new Attestation()

  happen(attestation)

  expect([attestation.doubt(1000), attestation.doubt(6001)]).toEqual(['foreign', undefined])
})

test('a counter of which a word has zeros is neither confirmed nor of another device', () => {
  const attestation = new Attestation()

  play(attestation, 10, 10)
  attestation.hear(
    wordOf(0, 49, () => 0n),
    1000,
  )

  expect([attestation.doubt(1000), attestation.doubt(2000)]).toEqual([undefined, 'unconfirmed'])
})

test('what was played under a counter that its device had not reached when it was asked is of another device', () => {
  const attestation = new Attestation()

  attestation.play(90_000, { hash: 1n, atMs: 900 })
  attestation.play(90_001, { hash: 1n, atMs: 1100 })
  play(attestation, 0, 99)
  attestation.hear(wordOf(0, 99), 2000)

  expect(attestation.learn(100, { askedAtMs: 1000, nowMs: 2000 })).toBe(99)
  expect(attestation.doubt(2000)).toBe('foreign')
  expect([...attestation.waiting]).toEqual([90_001])
})

test('nothing is learned from a device that had reached all that was played when it was asked', () => {
  const attestation = new Attestation()

  play(attestation, 0, 49)

  expect(attestation.learn(50, { askedAtMs: 5000, nowMs: 9000 })).toBeUndefined()
  expect(attestation.doubt(9000)).not.toBe('foreign')
})

test('what is told is told when it begins and once a second while it lasts', () => {
  const attestation = new Attestation()

  play(attestation, 0, 0)

  const told = [1000, 1800, 1900, 2799, 2800, 6900].map((nowMs) => attestation.toTell(nowMs))
  expect(told).toEqual([undefined, 'unconfirmed', undefined, undefined, 'unconfirmed', undefined])
})

test('of what waits to be compared the oldest is forgotten', () => {
  const attestation = new Attestation()

  for (let ctr = 0; ctr < 2048; ctr++) attestation.play(ctr, { hash: own(ctr), atMs: 0 })
  attestation.hear(wordOf(0, 511, another), 1000)
  const forgotten = attestation.doubt(1000)
  attestation.hear(wordOf(1500, 1600, another), 1100)

  expect([forgotten, attestation.doubt(1100)]).toEqual([undefined, 'foreign'])
})

type Happens = { atMs: number; run: () => void }

/**
 * A device that seals a frame each 20 ms, and what reaches the hearer of it: words of a second whenever, frames in
 * whatever order and some never, askings and answers whenever, words before or after an answer.
 */
const line = fc.record({
  words: fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 12, maxLength: 12 }),
  frames: fc.array(fc.option(fc.integer({ min: 0, max: 5000 }), { freq: 3 }), {
    minLength: 600,
    maxLength: 600,
  }),
  askings: fc.array(
    fc.record({
      atMs: fc.integer({ min: 0, max: 14_000 }),
      heardAfterMs: fc.integer({ min: 0, max: 5000 }),
      answeredAfterMs: fc.integer({ min: 0, max: 30_000 }),
    }),
    { maxLength: 8 },
  ),
})

test('however late words, answers and frames are, turned round or lost, a true device is never said to be another (R120)', () => {
  fc.assert(
    fc.property(line, ({ words, frames, askings }) => {
      const attestation = new Attestation()
      const events: Happens[] = [
        ...words.map((lateMs, second): Happens => {
          const [from, atMs] = [second * 50, (second + 1) * 1000 + lateMs]
          return { atMs, run: () => attestation.hear(wordOf(from, from + 49), atMs) }
        }),
        ...frames.flatMap((lateMs, ctr): Happens[] => {
          const atMs = ctr * FRAME_MS + (lateMs ?? 0)
          const frame = { hash: own(ctr), atMs }
          return lateMs === null ? [] : [{ atMs, run: () => attestation.play(ctr, frame) }]
        }),
        ...askings.map(({ atMs: askedAtMs, heardAfterMs, answeredAfterMs }): Happens => {
          const heardAtMs = askedAtMs + heardAfterMs
          const next = Math.min(600, Math.floor(heardAtMs / FRAME_MS) + 1)
          const nowMs = heardAtMs + answeredAfterMs
          return { atMs: nowMs, run: () => void attestation.learn(next, { askedAtMs, nowMs }) }
        }),
      ]
      for (const { atMs, run } of events.toSorted((a, b) => a.atMs - b.atMs)) {
        run()
        expect(attestation.doubt(atMs)).not.toBe('foreign')
      }
    }),
    { numRuns: 200 },
  )
})
