import { CallId, Hash, SeatId, SideId, type Bytes } from '@parley/protocol'
import { makeDeviceKeys, makeSeal, openWith, toText, utf8 } from '@parley/seal'
import * as v from 'valibot'
import {
  makeRecordingKey,
  newRecordingId,
  signRecordingHeader,
  type RecordingHeader,
} from '../header.ts'
import { join } from '../layout.ts'
import type { Piece, RecordedFrame, RecordedTrack } from '../recorded.ts'
import { sealPiece, writeBeginning } from '../write.ts'

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))

/** A device that records for a side, and the desk that opens what it recorded. */
export async function recorderOfASide() {
  const [desk, device] = await Promise.all([makeSeal(), makeDeviceKeys()])
  const { key, sealed } = await makeRecordingKey(desk.agreement)
  const header: RecordingHeader = {
    call: v.parse(CallId, random(16)),
    id: newRecordingId(),
    side: v.parse(SideId, random(8)),
    seat: v.parse(SeatId, random(8)),
    device: device.publicKey,
    pass: v.parse(Hash, random(32)),
    agreement: desk.agreement,
    key: sealed,
    keepUntil: 1_792_000_000_000,
    at: 1_790_000_000_000,
  }
  const signed = utf8(await signRecordingHeader(device.signingKey, header))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', signed))
  return {
    desk,
    device,
    header,
    signed,
    /** As the desk opens it. */
    open: (jwe: string) => openWith(desk.agreementPrivateKey, jwe),
    /** What it wrote, piece by piece; the first is the beginning. */
    async write(pieces: readonly Piece[], numbers = pieces.map((_, at) => at + 1)) {
      const sealing = (at: number) => ({ key, header: hash, number: numbers[at] ?? 0 })
      return [
        writeBeginning(signed),
        ...(await Promise.all(pieces.map((piece, at) => sealPiece(piece, sealing(at))))),
      ]
    },
  }
}

/** A file of them. */
export function fileOf(written: readonly Bytes[]): Blob {
  return new Blob([join(...written)])
}

const PICTURE = { track: 1, kind: 'picture', codec: 'vp8', of: 'camera' } as const
const SOUND = { track: 2, kind: 'sound', codec: 'opus', of: 'microphone' } as const

/** A picture and a sound of one seat. */
function tracksOf(seat: SeatId): readonly RecordedTrack[] {
  return [
    { ...PICTURE, seat },
    { ...SOUND, seat },
  ]
}

/** A second of both: a key frame, then deltas, with what tells each frame from every other in it. */
export function secondOf(
  seat: SeatId,
  { fromMs, part = 1, isFirst = false }: { fromMs: number; part?: number; isFirst?: boolean },
): Piece {
  const frames = Array.from({ length: 6 }, (_, at): RecordedFrame => {
    const atMs = fromMs + at * 150
    const bytes = utf8(`frame ${at % 2} of ${atMs}`)
    return { track: 1 + (at % 2), atMs, isKey: at % 2 === 1 || at === 0, bytes }
  })
  return {
    part,
    isFirst,
    fromMs,
    toMs: fromMs + 750,
    tracks: tracksOf(seat),
    keys: [[1, fromMs]],
    frames,
  }
}
