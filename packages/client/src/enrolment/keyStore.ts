import type { CallId, CompactJwe, CompactJws, PublicKey, SeatId, SideId } from '@parley/protocol'
import type { DerivingKey, EnrolmentAnswer, Heads, Seal } from '@parley/seal'
import type { DeskRecord } from '../desk/deskRecord.ts'
import type { WaitingDesk } from '../desk/invited.ts'
import type { Remembered } from '../documents/root.ts'

/** Values by name, kept by this browser profile. What is stored can be cloned, keys that cannot be extracted included. */
export interface Shelf<T> {
  read(name: string): Promise<T | undefined>
  write(name: string, value: T): Promise<void>
  /**
   * Writes what follows from what is there, and gives it. Nothing comes between, in another tab either.
   * Rejects, with nothing written, as `next` throws.
   */
  change(name: string, next: (before: T | undefined) => T): Promise<T>
  remove(name: string): Promise<void>
  all(): Promise<readonly T[]>
}

/** All that this browser profile keeps. */
export interface KeyStore {
  /** By call and seat. */
  readonly seats: Shelf<SeatRecord>
  /** By call and side. */
  readonly desks: Shelf<DeskRecord>
  /** By public key. */
  readonly seals: Shelf<KeptSeal>
  /** By link token: desks that were invited and wait for their grant. */
  readonly waiting: Shelf<WaitingDesk>
  /** By link token: devices that showed their code and have no pass yet. */
  readonly asked: Shelf<AskedDevice>
  /** By call and side: what was written of a readout, saved at the server or not. */
  readonly drafts: Shelf<KeptDraft>
  /** By call and by who remembers: a device and a desk of one profile see different things. */
  readonly remembered: Shelf<Remembered>
  /** By call and side: what a desk has of the record. */
  readonly records: Shelf<KeptEntries>
  /** By call and side: envelopes of what a desk said for the record and no log has taken yet, in their order. */
  readonly unsaid: Shelf<readonly string[]>
}

/** Entries of the record, as they were signed. */
export type KeptEntries = readonly CompactJws[]

/** A seal on this device, and what its side calls itself. */
export type KeptSeal = { readonly seal: Seal; readonly name: string; readonly isBackedUp: boolean }

/** A draft as this console last had it, sealed to its side. */
export type KeptDraft = { readonly sealed: CompactJwe }

/** A device that asked for a seat, and the answer that a grant to it belongs to. */
export type AskedDevice = { readonly device: Seal; readonly answer: EnrolmentAnswer }

/** A seat that this device has. Nothing in it can be read out but public keys and the pass. */
export type SeatRecord = {
  /** The server's origin. */
  readonly server: string
  readonly call: CallId
  readonly side: SideId
  readonly seat: SeatId
  /** Where this is an aide's console: the seat whose display it drives. `seat` is its place beside that. */
  readonly drives?: SeatId | undefined
  /** Of its own desk, as its link named it. */
  readonly seal: PublicKey
  readonly callSecret: DerivingKey
  /** For a seat cleared for the caucus. */
  readonly sideSecret: DerivingKey | undefined
  readonly pass: CompactJws
  readonly device: PublicKey
  readonly deviceKey: CryptoKey
  /** What was agreed when the pass was given. */
  readonly heads: Heads
}

/** The name of a desk on its shelf: one profile may have those of two sides of a call. */
export function deskName({ call, side }: Pick<DeskRecord, 'call' | 'side'>): string {
  return `${call} ${side}`
}

/** The name of a seat on its shelf. */
export function seatName(call: CallId, seat: SeatId): string {
  return `${call} ${seat}`
}
