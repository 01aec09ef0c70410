import type { Bytes } from '@parley/protocol'
import { readRecording, signRecordingHeader } from '@parley/release/recordings'
import { sealTo, toText, utf8 } from '@parley/seal'
import { readFrames, writeFrames } from '../../packages/release/src/recordings/frames.ts'
import { readHead } from '../../packages/release/src/recordings/head.ts'
import {
  sealPiece,
  writeBeginning,
  type PieceHead,
} from '../../packages/release/src/recordings/write.ts'
import type { Target } from '../target.ts'
import { call, fixedKey, fixedSeal, hash, json, seat, side, timeMs } from './given.ts'

const KEY = new Uint8Array(32).fill(7)
const HEAD: PieceHead = {
  part: 1,
  isFirst: true,
  fromMs: timeMs,
  toMs: timeMs + 20,
  tracks: [
    { track: 1, seat, kind: 'picture', codec: 'vp8', of: 'camera' },
    { track: 2, seat, kind: 'sound', codec: 'opus', of: 'microphone', into: 'fr' },
  ],
  keys: [[1, timeMs]],
}
const FRAMES = [
  { track: 1, atMs: timeMs, isKey: true, bytes: new Uint8Array([1, 2, 3]) },
  { track: 2, atMs: timeMs + 20, isKey: true, bytes: new Uint8Array(0) },
]

/** A file that somebody carried to a desk, whoever made it. */
export async function recording(): Promise<Target> {
  const seal = await fixedSeal()
  const key = await fixedKey()
  const said = {
    call,
    id: toText(new Uint8Array(16)),
    side,
    seat,
    device: seal.publicKey,
    pass: hash as never,
    agreement: seal.agreement,
    key: await sealTo(seal.agreement, KEY),
    keepUntil: timeMs,
    at: timeMs,
  }
  const header = utf8(await signRecordingHeader(seal.signingKey, said))
  const bound = new Uint8Array(await crypto.subtle.digest('SHA-256', header))
  const pieces = await Promise.all(
    [1, 2].map((number) =>
      sealPiece({ ...HEAD, isFirst: number === 1, frames: FRAMES }, { key, header: bound, number }),
    ),
  )
  const open = async (): Promise<Bytes> => KEY
  return {
    seeds: [
      new Uint8Array([...writeBeginning(header), ...pieces.flatMap((piece) => [...piece])]),
      writeBeginning(header),
    ],
    async read(input) {
      const read = await readRecording(new Blob([input]), open)
      let count = 0
      for await (const { atMs } of read.frames(0, Infinity)) {
        if (atMs < timeMs) throw new Error('A frame is outside its recording')
        count++
      }
      if (count > 4) throw new Error('There are more frames than were recorded')
      return true
    },
  }
}

/** What the two halves of a piece have inside, by whoever holds its key; the first byte says which. */
export function recordingPiece(): Target {
  return {
    seeds: [new Uint8Array([0, ...json(HEAD)]), new Uint8Array([1, ...writeFrames(FRAMES)])],
    read(input) {
      const [half = 0] = input
      const bytes = input.slice(1)
      if (half % 2 === 0) return readHead(bytes) !== undefined
      const frames = readFrames(bytes)
      if (!frames) return false
      if (Buffer.compare(writeFrames(frames), bytes) !== 0)
        throw new Error('Frames have two spellings')
      return true
    },
  }
}
