import type { AnnouncedTrack } from '@parley/call'
import type { AgreementKey, CallId, Hash, LeafIndex, SeatId, SideId } from '@parley/protocol'
import {
  makeRecordingKey,
  newRecordingId,
  recordingName,
  signRecordingHeader,
} from '@parley/release/recordings'
import { makeDeviceKeys, toText } from '@parley/seal'
import type { RecorderCommand, RecorderReport, TrackToRecord } from '@parley/sframe/recorder'
import { recordingFolder } from '../../apps/web/src/adapters/recording/recordingFolder.ts'
import { RecorderLine } from '../../apps/web/src/adapters/recording/recorderLine.ts'
import { groundOfPage, type Member } from './member.ts'

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))

/** The recorder of a member's own frame worker, for a desk that opens what it records. */
export class LabRecorder {
  readonly reports: RecorderReport[] = []
  readonly #line: RecorderLine

  /** The page's `onReport`, if there is one, hears each report, too. */
  static async begin(agreement: AgreementKey): Promise<LabRecorder> {
    const { key, sealed } = await makeRecordingKey(agreement)
    const device = await makeDeviceKeys()
    const said = {
      call: random(16) as CallId,
      id: newRecordingId(),
      side: random(8) as SideId,
      seat: random(8) as SeatId,
      device: device.publicKey,
      pass: random(32) as Hash,
      agreement,
      key: sealed,
      keepUntil: Date.now() + 1e9,
      at: Date.now(),
    }
    const header = await signRecordingHeader(device.signingKey, said)
    return new LabRecorder({ do: 'begin', name: recordingName(said), header, key })
  }

  private constructor(begin: RecorderCommand) {
    this.#line = new RecorderLine(groundOfPage().worker.worker, (report) => {
      this.reports.push(report)
      const { onReport } = globalThis as { onReport?: (report: RecorderReport) => void }
      onReport?.(report)
    })
    this.#line.send(begin)
  }

  send(command: RecorderCommand): void {
    this.#line.send(command)
  }

  /** The tracks of others that the roster names, and one's own. */
  listAll({ roster, announced }: Member): void {
    const others = roster.flatMap(({ leaf, tracks }) => tracks.map((track) => listed(leaf, track)))
    this.send({
      do: 'list',
      tracks: [...others, ...announced.map((track) => listed(undefined, track))],
    })
  }

  last<Type extends RecorderReport['type']>(type: Type) {
    return this.reports.findLast(
      (report): report is RecorderReport & { type: Type } => report.type === type,
    )
  }
}

/** All that lies in the page's own file system, as base64. */
export async function recordingsHere(): Promise<{ name: string; bytes: string }[]> {
  const all = await recordingFolder.all()
  return Promise.all(
    all.map(async ({ name, file }) => ({
      name,
      bytes: new Uint8Array(await file.arrayBuffer()).toBase64(),
    })),
  )
}

/** Takes them all away. */
export async function forgetRecordings(): Promise<void> {
  for (const { name } of await recordingFolder.all()) await recordingFolder.destroy(name, 1024)
}

function listed(leaf: LeafIndex | undefined, { number, kind }: AnnouncedTrack): TrackToRecord {
  return { leaf, track: number, seat: seatOf(leaf), of: kind }
}

/** A seat for each leaf of the lab; one's own is the last. */
function seatOf(leaf: LeafIndex | undefined): SeatId {
  return toText(new Uint8Array(8).fill(leaf ?? 255)) as SeatId
}
