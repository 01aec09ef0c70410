import type { Bytes } from '@parley/protocol'
import { makeSeal, openWith, utf8 } from '@parley/seal'
import { orCode } from '@parley/testkit/orCode'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { signRecordingHeader } from './header.ts'
import { join } from './layout.ts'
import { readRecording, readRecordingHeader } from './readRecording.ts'
import type { RecordedFrame } from './recorded.ts'
import { fileOf, recorderOfASide, secondOf } from './testing/written.ts'
import { writeBeginning } from './write.ts'

const START = 1_790_000_000_000
const recorder = await recorderOfASide()
const { header, open } = recorder
const { seat } = header

/** Two stretches of the first part, with a piece between them that was taken back, and one of the third. */
const pieces = [
  secondOf(seat, { fromMs: START, isFirst: true }),
  secondOf(seat, { fromMs: START + 1000 }),
  secondOf(seat, { fromMs: START + 2000 }),
  secondOf(seat, { fromMs: START + 60_000, isFirst: true }),
  secondOf(seat, { fromMs: START + 90_000, isFirst: true, part: 3 }),
]
const written = await recorder.write(pieces, [1, 2, 3, 5, 6])
const whole = join(...written)
const framesOf = (some: readonly { frames: readonly RecordedFrame[] }[]) =>
  some.flatMap(({ frames }) => frames)

const under = (signed: Bytes) => new Blob([writeBeginning(signed), ...written.slice(1)])

async function all(file: Blob, { from = 0, to = Infinity } = {}) {
  const recording = await readRecording(file, open)
  const frames: RecordedFrame[] = []
  for await (const frame of recording.frames(from, to)) frames.push(frame)
  return { recording, frames }
}

test('the desk of its side reads all that was recorded: whose, when, and every frame as it was (R91)', async () => {
  const { recording, frames } = await all(fileOf(written))

  expect(recording.header).toEqual(header)
  expect(recording.tracks).toEqual(pieces[0]?.tracks)
  expect(recording.spans).toEqual([
    { part: 1, from: START, to: START + 2750 },
    { part: 1, from: START + 60_000, to: START + 60_750 },
    { part: 3, from: START + 90_000, to: START + 90_750 },
  ])
  expect(recording.lost).toEqual({ damaged: 0, missing: 0, tornBytes: 0 })
  expect(frames).toEqual(framesOf(pieces))
})

test('a stretch of it is read alone, and where its picture can begin is known', async () => {
  const { recording, frames } = await all(fileOf(written), {
    from: START + 1300,
    to: START + 2150,
  })

  expect(frames.map(({ atMs }) => atMs - START)).toEqual([1300, 1450, 1600, 1750, 2000, 2150])
  expect(recording.keyFrameBefore(1, START + 1999)).toBe(START + 1000)
  expect(recording.keyFrameBefore(1, START + 60_000)).toBe(START + 60_000)
  expect(recording.keyFrameBefore(1, START - 1)).toBeUndefined()
  expect(recording.keyFrameBefore(2, START + 1999)).toBeUndefined()
})

test('cut at any byte, it is read up to its last whole piece (R91)', async () => {
  const ends = written.reduce<number[]>((at, { length }) => [...at, (at.at(-1) ?? 0) + length], [])
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), async (cut) => {
      const torn = new Blob([whole.subarray(0, cut)])
      const left = ends.filter((end) => end <= cut).length - 1
      const read = await orCode(() => all(torn))
      expect(
        typeof read === 'string' ? read : [read.frames, read.recording.lost.tornBytes],
      ).toEqual(left < 0 ? 'malformed' : [framesOf(pieces.slice(0, left)), cut - (ends[left] ?? 0)])
    }),
    {
      numRuns: 200,
      examples: ends.flatMap((end) => [[end - 1], [end], [Math.min(whole.length, end + 1)]]),
    },
  )
})

test('what a disk leaves behind a torn end is no piece: zeros, noise, and a piece of before', async () => {
  const ends = [new Uint8Array(64), crypto.getRandomValues(new Uint8Array(4096)), written[1]]
  for (const end of ends) {
    const { frames } = await all(fileOf([...written, end ?? new Uint8Array(0)]))
    expect(frames).toEqual(framesOf(pieces))
  }
})

test('a flipped bit takes away its own piece at the most those after it, and never alters a frame (R91)', async () => {
  const truth = new Map(framesOf(pieces).map((frame) => [`${frame.track} ${frame.atMs}`, frame]))
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const flipped = whole.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
      const read = await orCode(() => all(new Blob([flipped])))
      if (typeof read === 'string') return
      for (const frame of read.frames)
        expect(frame).toEqual(truth.get(`${frame.track} ${frame.atMs}`))
      expect(read.frames.length).toBeLessThan(truth.size)
    }),
    { numRuns: 300 },
  )
})

test('a piece that was taken out of a stretch is missed, and what stands behind a later one ends the reading', async () => {
  const without = written.filter((_, at) => at !== 2)
  const moved = [written[0], written[1], written[3], written[2], written[4]].map(
    (one) => one ?? new Uint8Array(0),
  )

  expect((await all(fileOf(without))).recording.lost.missing).toBe(1)
  expect((await all(fileOf(moved))).frames).toEqual(
    framesOf([pieces[0], pieces[2]].flatMap((one) => one ?? [])),
  )
})

test('a piece of another recording is none of this one, though both are of one device', async () => {
  const another = await recorderOfASide()
  const foreign = await another.write([secondOf(seat, { fromMs: START + 3000 })], [4])
  const { frames, recording } = await all(
    fileOf([...written.slice(0, 4), foreign[1] ?? new Uint8Array(0), ...written.slice(4)]),
  )

  expect(frames).toEqual(framesOf(pieces))
  expect(recording.lost.damaged).toBe(1)
})

test('no other seal opens it, nor is it another’s who signs it anew as theirs', async () => {
  const other = await makeSeal()
  const theirs = { ...header, device: other.publicKey }
  const resigned = utf8(await signRecordingHeader(other.signingKey, theirs))
  const claimed = utf8(await signRecordingHeader(other.signingKey, header))

  const byOther = (jwe: string) => openWith(other.agreementPrivateKey, jwe)
  expect(await orCode(() => readRecording(fileOf(written), byOther))).toBe('malformed')
  expect(await orCode(() => readRecordingHeader(under(claimed)))).toBe('bad-signature')
  expect((await all(under(resigned))).frames).toEqual([])
})
