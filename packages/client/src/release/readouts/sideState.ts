import type { Hash, SeatId } from '@parley/protocol'
import type {
  ReadoutDraft,
  ReadoutVersion,
  ReleaseSignature,
  SavedDraft,
  SeatRemarks,
} from '@parley/release'
import type { SideDocument } from './readSideDocument.ts'

/** A version that was kept. */
export type KeptVersion = Pick<ReadoutVersion, 'version' | 'at' | 'note' | 'wording'> & {
  readonly hash: Hash
}

/** What a side wrote for itself, as far as it is here; all verified. */
export type SideState = {
  readonly draft: (SavedDraft & { readonly at: number }) | undefined
  /** Oldest first. */
  readonly versions: readonly KeptVersion[]
  /** The newest of each seat. */
  readonly remarks: ReadonlyMap<SeatId, SeatRemarks & { readonly hash: Hash }>
  /** What its seal signed to be published, lowest version first. */
  readonly readouts: readonly ReleaseSignature[]
}

/** Nothing read yet. */
export function noSideState(): SideState {
  return { draft: undefined, versions: [], remarks: new Map(), readouts: [] }
}

/** The state with that document; as it was, where it has a newer one or the same. */
export function withSideDocument(state: SideState, read: SideDocument): SideState {
  switch (read.is) {
    case 'draft': {
      if ((state.draft?.version ?? 0) >= read.draft.version) return state
      return { ...state, draft: savedOf(read.draft, read.hash) }
    }
    case 'version': {
      const { version, at, note, wording } = read.version
      if (state.versions.some((one) => one.version === version)) return state
      const kept = { version, at, note, wording, hash: read.hash }
      return { ...state, versions: byVersion([...state.versions, kept]) }
    }
    case 'remarks': {
      const { seat, version } = read.remarks
      if ((state.remarks.get(seat)?.version ?? 0) >= version) return state
      const remarks = { ...read.remarks, hash: read.hash }
      return { ...state, remarks: new Map([...state.remarks, [seat, remarks]]) }
    }
    case 'readout': {
      const { version } = read.signature.payload
      if (state.readouts.some(({ payload }) => payload.version === version)) return state
      const readouts = [...state.readouts, read.signature].toSorted(
        (a, b) => a.payload.version - b.payload.version,
      )
      return { ...state, readouts }
    }
  }
}

function savedOf({ version, text, console, at }: ReadoutDraft, hash: Hash): SideState['draft'] {
  return { version, text, console, at, hash }
}

function byVersion(versions: readonly KeptVersion[]): KeptVersion[] {
  return versions.toSorted((a, b) => a.version - b.version)
}
