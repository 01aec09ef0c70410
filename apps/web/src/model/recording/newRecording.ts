import type { OpenSeat } from '@parley/client'
import type { CompactJws } from '@parley/protocol'
import {
  keepUntilOf,
  makeRecordingKey,
  newRecordingId,
  recordingName,
  signRecordingHeader,
} from '@parley/release/recordings'
import { hashOf } from '@parley/seal'

/** A recording that is about to be begun: its name on the disk, its signed header, and what seals its pieces. */
export type NewRecording = { name: string; header: CompactJws; key: CryptoKey }

/**
 * Makes one for a seat: its key is sealed to the desk of its side, and this device keeps no way to open it.
 * Undefined where plan and delegation say no such thing.
 */
export async function newRecording(
  { record, documents: { documents } }: Pick<OpenSeat, 'record' | 'documents'>,
  nowMs: number,
): Promise<NewRecording | undefined> {
  const { call, side, seat, device, deviceKey } = record
  const agreement = documents.delegations.get(side)?.payload.agreement
  const keepUntil = documents.plan && keepUntilOf(documents.plan.payload)
  if (!agreement || keepUntil === undefined) return undefined
  const { key, sealed } = await makeRecordingKey(agreement)
  const said = {
    call,
    id: newRecordingId(),
    side,
    seat,
    device,
    pass: await hashOf(record.pass),
    agreement,
    key: sealed,
    keepUntil,
    at: nowMs,
  }
  return { name: recordingName(said), header: await signRecordingHeader(deviceKey, said), key }
}
