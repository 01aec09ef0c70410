import { makeDeviceKeys, makeSeal, toText, utf8, type Seal } from '@parley/seal'
import {
  makeRecordingKey,
  newRecordingId,
  signRecordingHeader,
  type RecordedFrame,
  type RecordedTrack,
  type RecordingHeader,
} from '@parley/release/recordings'
import { sealPiece, writeBeginning } from '@parley/release/recordings/write'
import type { AgreementKey, CallId, CompactJws, Hash, SeatId, SideId } from '@parley/protocol'
import { drawStampOn } from './stampCanvas.ts'

/** Put there by the test: the signature of a device that is not in this page. */
declare function signRecording(header: RecordingHeader): Promise<CompactJws>

/** A device that has the pass of a seat, and the desk that its recording is sealed to. */
export type RecordingDevice = Pick<
  RecordingHeader,
  'call' | 'side' | 'seat' | 'device' | 'pass' | 'keepUntil' | 'agreement'
>

/** A recording as a device of a side would have made it, and what opens it. */
export type Recorded = {
  file: Blob
  key: CryptoKey
  seats: SeatId[]
  fromMs: number
  toMs: number
  seal: Seal
}

const PIECE_MS = 1000
const PICTURE_MS = 40
const SOUND_HZ = 48_000

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))

/**
 * A recording of so many people: each shows a picture with its number and the place of the picture in its stamp, 25 a
 * second, and gives a tone of its own for the first half of each second.
 */
export async function makeRecording({
  people,
  seconds,
  fromMs,
  width = 640,
  height = 360,
  keyEvery = 50,
  pitches = [1000, 1300],
  of,
}: {
  people: number
  seconds: number
  fromMs: number
  width?: number
  height?: number
  keyEvery?: number
  pitches?: readonly number[]
  /** Whose device recorded, and who is recorded; made up where it is not given. */
  of?: { by: RecordingDevice; seats: readonly SeatId[] }
}): Promise<Recorded> {
  const seats = of ? [...of.seats] : Array.from({ length: people }, () => random(8) as SeatId)
  const frames: RecordedFrame[] = []
  const tracks: RecordedTrack[] = []
  for (const [person, seat] of seats.entries()) {
    const [picture, sound] = [person * 2, person * 2 + 1]
    tracks.push(
      { track: picture, seat, kind: 'picture', codec: 'vp8', of: 'camera' },
      { track: sound, seat, kind: 'sound', codec: 'opus', of: 'microphone' },
    )
    frames.push(
      ...(await encodePictures({
        person,
        track: picture,
        seconds,
        fromMs,
        width,
        height,
        keyEvery,
      })),
      ...(await encodeTone({ track: sound, seconds, fromMs, hertz: pitches[person] ?? 1000 })),
    )
  }
  frames.sort((a, b) => a.atMs - b.atMs)
  return {
    ...(await write({ frames, tracks, fromMs, seconds, by: of?.by })),
    seats,
    fromMs,
    toMs: fromMs + seconds * 1000,
  }
}

async function encodePictures({
  person,
  track,
  seconds,
  fromMs,
  width,
  height,
  keyEvery,
}: {
  person: number
  track: number
  seconds: number
  fromMs: number
  width: number
  height: number
  keyEvery: number
}): Promise<RecordedFrame[]> {
  const frames: RecordedFrame[] = []
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength)
      chunk.copyTo(bytes)
      frames.push({
        track,
        atMs: fromMs + chunk.timestamp / 1000,
        isKey: chunk.type === 'key',
        bytes,
      })
    },
    error: (error) => {
      throw error
    },
  })
  encoder.configure({ codec: 'vp8', width, height, bitrate: 1_200_000, latencyMode: 'realtime' })
  const canvas = new OffscreenCanvas(width, height)
  for (let place = 0; place < (seconds * 1000) / PICTURE_MS; place += 1) {
    drawStampOn(canvas, { person, frame: place % 4096 })
    const frame = new VideoFrame(canvas, { timestamp: place * PICTURE_MS * 1000 })
    encoder.encode(frame, { keyFrame: place % keyEvery === 0 })
    frame.close()
    while (encoder.encodeQueueSize > 10)
      await new Promise((resolve) => encoder.addEventListener('dequeue', resolve, { once: true }))
  }
  await encoder.flush()
  encoder.close()
  return frames
}

/** The tone is there in the first half of each second, so that its beginning can be found. */
async function encodeTone({
  track,
  seconds,
  fromMs,
  hertz,
}: {
  track: number
  seconds: number
  fromMs: number
  hertz: number
}): Promise<RecordedFrame[]> {
  const frames: RecordedFrame[] = []
  const encoder = new AudioEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength)
      chunk.copyTo(bytes)
      frames.push({ track, atMs: fromMs + chunk.timestamp / 1000, isKey: true, bytes })
    },
    error: (error) => {
      throw error
    },
  })
  encoder.configure({ codec: 'opus', sampleRate: SOUND_HZ, numberOfChannels: 1, bitrate: 64_000 })
  for (let second = 0; second < seconds; second += 1) {
    const data = Float32Array.from({ length: SOUND_HZ }, (_, at) =>
      at < SOUND_HZ / 2 ? 0.3 * Math.sin((2 * Math.PI * hertz * at) / SOUND_HZ) : 0,
    )
    const sound = new AudioData({
      data,
      format: 'f32',
      numberOfChannels: 1,
      numberOfFrames: SOUND_HZ,
      sampleRate: SOUND_HZ,
      timestamp: second * 1_000_000,
    })
    encoder.encode(sound)
    sound.close()
  }
  await encoder.flush()
  encoder.close()
  return frames
}

/** The signed header of a recording and its key. */
async function begin({
  by,
  agreement,
  fromMs,
  tracks,
}: {
  by: RecordingDevice | undefined
  agreement: AgreementKey
  fromMs: number
  tracks: readonly RecordedTrack[]
}): Promise<{ key: CryptoKey; jws: CompactJws }> {
  const { key, sealed } = await makeRecordingKey(by?.agreement ?? agreement)
  const begun = { id: newRecordingId(), key: sealed, at: fromMs }
  if (by) return { key, jws: await signRecording({ ...by, ...begun }) }
  const device = await makeDeviceKeys()
  const header: RecordingHeader = {
    call: random(16) as CallId,
    side: random(8) as SideId,
    seat: tracks[0]?.seat ?? (random(8) as SeatId),
    device: device.publicKey,
    pass: random(32) as Hash,
    agreement,
    keepUntil: fromMs + 1_000_000_000,
    ...begun,
  }
  return { key, jws: await signRecordingHeader(device.signingKey, header) }
}

async function write({
  frames,
  tracks,
  fromMs,
  seconds,
  by,
}: {
  frames: readonly RecordedFrame[]
  tracks: readonly RecordedTrack[]
  fromMs: number
  seconds: number
  by: RecordingDevice | undefined
}): Promise<Pick<Recorded, 'file' | 'key' | 'seal'>> {
  const seal = await makeSeal()
  const { key, jws } = await begin({ by, agreement: seal.agreement, fromMs, tracks })
  const signed = utf8(jws)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', signed))
  const parts: Uint8Array<ArrayBuffer>[] = [writeBeginning(signed)]
  for (let second = 0; second < seconds; second += 1) {
    const [from, until] = [fromMs + second * PIECE_MS, fromMs + (second + 1) * PIECE_MS]
    const own = frames.filter(({ atMs }) => from <= atMs && atMs < until)
    const keys = own
      .filter(({ isKey, track }) => isKey && tracks[track]?.kind === 'picture')
      .map(({ track, atMs }) => [track, atMs] as const)
    const piece = {
      part: 1,
      isFirst: second === 0,
      fromMs: own[0]?.atMs ?? from,
      toMs: own.at(-1)?.atMs ?? until,
      tracks,
      keys,
      frames: own,
    }
    parts.push(await sealPiece(piece, { key, header: hash, number: second + 1 }))
  }
  return { file: new Blob(parts), key: seal.agreementPrivateKey, seal }
}
