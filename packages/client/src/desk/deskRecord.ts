import type {
  Bytes,
  CallId,
  CompactJwe,
  CompactJws,
  DocumentKind,
  Hash,
  PublicKey,
  SeatId,
  SideId,
} from '@parley/protocol'
import type { Pass, ProposedPlan, Seal, Withdrawn } from '@parley/seal'

/** Another side's seal, and why it is believed. */
export type Pin = {
  readonly seal: PublicKey
  /** Its code was compared by another channel; or that side, which was, signed a plan that names it; or it came with a desk of a demonstration. */
  readonly because: 'compared' | 'handed-over' | { readonly reliedOn: SideId }
  readonly at: number
}

/** A pass, whether or not its document came back from the server. */
export type GivenPass = Pick<Pass, 'version' | 'device'>

/** A document that is signed and not yet known to be stored. */
export type Unsent = {
  readonly kind: DocumentKind
  readonly version: number
  readonly sealed: CompactJwe
}

/** What a desk keeps of a call: it makes grants, so its secrets stay readable here and nowhere else. */
export type DeskRecord = {
  /** The server's origin. */
  readonly server: string
  readonly call: CallId
  readonly side: SideId
  readonly seal: Seal
  readonly callSecret: Bytes
  readonly sideSecret: Bytes
  /** The wording to sign next, until every seal is known and it is signed. */
  readonly proposal: ProposedPlan
  readonly pins: Readonly<Record<SideId, Pin>>
  /** Secrets of invitations that are not spent. */
  readonly invitations: Readonly<Record<SideId, Bytes>>
  /** Secrets of seat links that are not spent. */
  readonly links: Readonly<Record<SeatId, Bytes>>
  /** What this desk signed, by kind and version: never two payloads for one. */
  readonly signed: Readonly<Record<string, Hash>>
  /** The newest pass of each seat that this desk gave: what it takes to withdraw it. */
  readonly passes: Readonly<Record<SeatId, GivenPass>>
  /** All that this desk ever withdrew: each withdrawal repeats it, whatever the server gives back. */
  readonly withdrawn: readonly Withdrawn[]
  readonly unsent: readonly Unsent[]
  /** By which the server lets withdrawn devices in no more, until it was told. */
  readonly untold: readonly CompactJws[]
}
