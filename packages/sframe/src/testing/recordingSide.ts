import type { Bytes, CallId, Hash, SeatId, SideId } from '@parley/protocol'
import {
  makeRecordingKey,
  newRecordingId,
  readRecording,
  signRecordingHeader,
  type RecordedFrame,
  type Recording,
} from '@parley/release/recordings'
import { makeDeviceKeys, makeSeal, openWith, toText } from '@parley/seal'
import type { Tapped } from '../frameTap.ts'
import { Recorder } from '../recorder/recorder.ts'
import type { RecorderReport, TrackToRecord } from '../recorder/recorderMessages.ts'
import { DiskFailure, type RecordingDisk } from '../recorder/recordingDisk.ts'
import type { ManualClock } from './manualClock.ts'
import { leafOf, trackOf, type Side } from './side.ts'

/** When the clocks of the tests begin, in UTC. */
export const START = 1_790_000_000_000

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))

/** Whose the tracks of the tests are. */
const SEAT: SeatId = random(8) as SeatId

/** A disk in memory. As one in a worker, it takes what it is given away from whoever gives it. */
class MemoryDisk implements RecordingDisk {
  bytes: Bytes = new Uint8Array(0)
  /** Where it is full. */
  roomFor = Infinity
  /** How often something was taken back. */
  cuts = 0

  async append(bytes: Bytes): Promise<void> {
    if (this.bytes.length + bytes.length > this.roomFor) throw new DiskFailure('no-space')
    const taken = structuredClone(bytes, { transfer: [bytes.buffer] })
    this.bytes = new Uint8Array([...this.bytes, ...taken])
  }

  async cut(toBytes: number): Promise<void> {
    this.cuts++
    this.bytes = this.bytes.slice(0, toBytes)
  }

  async close(): Promise<void> {
    this.bytes = this.bytes.slice()
  }
}

/** What a member's frame worker records, onto a disk in memory, and the desk that opens it. */
export async function recordingSide(side: Side, clock: ManualClock) {
  const [desk, device] = await Promise.all([makeSeal(), makeDeviceKeys()])
  const { key, sealed } = await makeRecordingKey(desk.agreement)
  const header = await signRecordingHeader(device.signingKey, {
    call: random(16) as CallId,
    id: newRecordingId(),
    side: random(8) as SideId,
    seat: SEAT,
    device: device.publicKey,
    pass: random(32) as Hash,
    agreement: desk.agreement,
    key: sealed,
    keepUntil: START,
    at: START,
  })
  const disk = new MemoryDisk()
  const reports: RecorderReport[] = []
  const asked: Tapped[] = []
  const recorder = new Recorder({
    clock: {
      nowMs: () => clock.nowMs(),
      utcMs: () => START + clock.nowMs(),
      after: (ms, run) => clock.after(ms, run),
    },
    attach: (tap) => (side.engine.tap = tap),
    askKeyFrame: (tapped) => asked.push(tapped),
    makeDisk: async () => disk,
    report: (report) => reports.push(report),
  })
  recorder.handle({ do: 'begin', name: 'a recording', header, key })
  await clock.move(0)
  return {
    recorder,
    disk,
    reports,
    asked,
    allow: (part = 1, forMs = 60_000) => recorder.handle({ do: 'allow', part, forMs }),
    list: (...tracks: readonly TrackToRecord[]) => recorder.handle({ do: 'list', tracks }),
    /** All that lies on the disk, opened by the desk. */
    async read(): Promise<{ recording: Recording; frames: RecordedFrame[] }> {
      await clock.move(0)
      const recording = await readRecording(new Blob([disk.bytes]), (jwe) =>
        openWith(desk.agreementPrivateKey, jwe),
      )
      const frames: RecordedFrame[] = []
      for await (const frame of recording.frames(0, Infinity)) frames.push(frame)
      return { recording, frames }
    },
  }
}

/** A microphone of that leaf, or one's own. */
export function sound(leaf: number | undefined, track: number): TrackToRecord {
  return { ...of(leaf, track), of: 'microphone' }
}

/** A camera of that leaf, or one's own. */
export function picture(leaf: number | undefined, track: number): TrackToRecord {
  return { ...of(leaf, track), of: 'camera' }
}

function of(leaf: number | undefined, track: number) {
  return { leaf: leaf === undefined ? undefined : leafOf(leaf), track: trackOf(track), seat: SEAT }
}

/** A frame of VP8 that can be told from every other: a key frame says how many lines it has. */
export function vp8(name: string, { lines }: { lines?: number } = {}): Bytes {
  const head = new Uint8Array(10)
  head[0] = lines === undefined ? 1 : 0
  new DataView(head.buffer).setUint16(8, lines ?? 0, true)
  return new Uint8Array([...head, ...new TextEncoder().encode(name)])
}

/** What that frame was named. */
export function nameOf({ bytes }: RecordedFrame): string {
  return new TextDecoder().decode(bytes[0] === 0 || bytes[0] === 1 ? bytes.subarray(10) : bytes)
}
