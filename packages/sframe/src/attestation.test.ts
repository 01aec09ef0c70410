import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Attestation, type Doubt } from './attestation.ts'
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

test('sound far ahead beside a device whose words come in time is of another device', () => {
  const attestation = new Attestation()

  attestation.play(90_000, { hash: 1n, atMs: 0 })
  for (const second of [0, 1]) {
    play(attestation, second * 50 + 1, second * 50 + 50)
    attestation.hear(wordOf(second * 50 + 1, second * 50 + 50), (second + 1) * 1000)
  }

  expect(attestation.doubt(2000)).toBe('foreign')
})

test('sound far ahead in place of what a device sends is of another device after two of its words', () => {
  const attestation = new Attestation()
  const doubts: (Doubt | undefined)[] = []

  for (const second of [0, 1, 2]) {
    attestation.play(90_000 + second, { hash: 1n, atMs: second * 1000 })
    attestation.hear(wordOf(second * 50, second * 50 + 49), (second + 1) * 1000)
    doubts.push(attestation.doubt((second + 1) * 1000))
  }

  expect(doubts).toEqual([undefined, 'foreign', 'foreign'])
})

test.each([
  ['of one second of lost sound, when it comes late', [[4500], [4600]]],
  ['of three, when they come at once', [[6000, 6010, 6020], [6030]]],
])('words %s, accuse nobody', (_, [lostAtMs = [], heardAtMs = []]) => {
  const attestation = new Attestation()
  const doubts: (Doubt | undefined)[] = []
  const hear = (second: number, atMs: number) => {
    attestation.hear(wordOf(second * 50, second * 50 + 49), atMs)
    doubts.push(attestation.doubt(atMs))
  }

  play(attestation, 0, 49)
  hear(0, 1000)
  const back = lostAtMs.length + 1
  play(attestation, back * 50, back * 50 + 49)
  for (const [second, atMs] of [...lostAtMs, ...heardAtMs].entries()) hear(second + 1, atMs)

  expect(doubts).not.toContain('foreign')
  expect(doubts.at(-1)).toBeUndefined()
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

test('words that are half a minute late accuse nobody', () => {
  const attestation = new Attestation()

  for (let second = 0; second < 60; second++) {
    play(attestation, second * 50, second * 50 + 49)
    const late = (second - 30) * 50
    if (late >= 0) attestation.hear(wordOf(late, late + 49), (second + 1) * 1000)
    expect(attestation.doubt((second + 1) * 1000)).not.toBe('foreign')
  }
})

/** When each word of a second reaches the hearer, when each frame does, and in which second frames are lost. */
const line = fc.record({
  words: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 12, maxLength: 12 }),
  frames: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 600, maxLength: 600 }),
  lostFrom: fc.integer({ min: 0, max: 600 }),
  lost: fc.integer({ min: 0, max: 50 }),
})

test('however words are held up, and frames are late, turned round or lost, a true device is never said to be another', () => {
  fc.assert(
    fc.property(line, ({ words, frames, lostFrom, lost }) => {
      const attestation = new Attestation()
      let wordsAtMs = 0
      const events = [
        ...words.map((lateMs, second) => {
          wordsAtMs = Math.max(wordsAtMs, (second + 1) * 1000 + lateMs)
          const [from, atMs] = [second * 50, wordsAtMs]
          return { atMs, run: () => attestation.hear(wordOf(from, from + 49), atMs) }
        }),
        ...frames.flatMap((lateMs, ctr) => {
          const atMs = ctr * FRAME_MS + lateMs
          const isLost = ctr >= lostFrom && ctr < lostFrom + lost
          return isLost
            ? []
            : [{ atMs, run: () => attestation.play(ctr, { hash: own(ctr), atMs }) }]
        }),
      ]
      for (const { atMs, run } of events.toSorted((a, b) => a.atMs - b.atMs)) {
        run()
        expect(attestation.doubt(atMs)).not.toBe('foreign')
      }
    }),
    { numRuns: 100 },
  )
})
