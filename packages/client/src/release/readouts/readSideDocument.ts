import {
  Refusal,
  type CallId,
  type CompactJws,
  type Hash,
  type PublicKey,
  type SeatId,
  type SideId,
} from '@parley/protocol'
import {
  claimedSeat,
  ReadoutDraft,
  ReadoutVersion,
  verifyRelease,
  verifyRemarks,
  type ReleaseSignature,
  type SeatRemarks,
} from '@parley/release'
import { hashOf, orNothing, readPayload, verifyJws } from '@parley/seal'
import type { SideReceived } from './sideDocuments.ts'

/** One document of a side, verified. */
export type SideDocument =
  | { readonly is: 'draft'; readonly draft: ReadoutDraft; readonly hash: Hash }
  | { readonly is: 'version'; readonly version: ReadoutVersion; readonly hash: Hash }
  | { readonly is: 'remarks'; readonly remarks: SeatRemarks; readonly hash: Hash }
  | { readonly is: 'readout'; readonly signature: ReleaseSignature }

/** The side, and the devices of its seats. */
type Expected = {
  call: CallId
  side: SideId
  seal: PublicKey
  devices: (seat: SeatId) => readonly PublicKey[]
}

/** What it says, if whoever has to signed it. Refuses with `bad-signature` or `malformed`. */
export async function readSideDocument(
  { kind, version, jws }: SideReceived,
  expected: Expected,
): Promise<SideDocument | { readonly is: 'unknown-device' }> {
  const { call, side, seal } = expected
  const [word] = kind.split('/')
  const hash = await hashOf(jws)
  switch (word) {
    case 'readout-draft': {
      const draft = readPayload(ReadoutDraft, await verifyJws(jws, 'parley-document', seal))
      return asFiled(draft, { call, kind, version }) && { is: 'draft', draft, hash }
    }
    case 'readout-version': {
      const kept = readPayload(ReadoutVersion, await verifyJws(jws, 'parley-document', seal))
      return asFiled(kept, { call, kind, version }) && { is: 'version', version: kept, hash }
    }
    case 'readout-remarks': {
      const remarks = await remarksOf(jws, expected.devices(claimedSeat(jws)))
      if (!remarks) return { is: 'unknown-device' }
      return asFiled(remarks, { call, kind, version }) && { is: 'remarks', remarks, hash }
    }
    case 'readout': {
      const filed = { call, kind, version, side }
      return { is: 'readout', signature: await verifyRelease(jws, { filed, seal }) }
    }
    default:
      throw new Refusal('malformed')
  }
}

async function remarksOf(
  jws: CompactJws,
  devices: readonly PublicKey[],
): Promise<SeatRemarks | undefined> {
  for (const device of devices) {
    // oxlint-disable-next-line no-await-in-loop -- a seat had one device, or two
    const remarks = await orNothing(() => verifyRemarks(jws, device))
    if (remarks) return remarks
  }
  return undefined
}

/** True, or it refuses: a document that is filed under another name than its own is none. */
function asFiled(
  payload: { call: CallId; kind: string; version: number },
  { call, kind, version }: { call: CallId; kind: string; version: number },
): true {
  if (payload.call !== call || payload.kind !== kind || payload.version !== version)
    throw new Refusal('malformed')
  return true
}
