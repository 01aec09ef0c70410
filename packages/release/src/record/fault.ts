import type { SideId } from '@parley/protocol'

/** What is wrong with a record, and where: the first thing that was found. `number` counts from 1. */
export type RecordFault =
  /** It cannot be read at all, from that line on where that is known. */
  | { because: 'not-json'; line: number | undefined }
  /** Something in it is not what belongs there. */
  | { because: 'malformed'; where: string }
  /** It says the same, and is not written as a record is. */
  | { because: 'written-otherwise'; line: number }
  | { because: 'plan'; number: number }
  | { because: 'delegation'; side: SideId; number: number }
  | { because: 'withdrawal'; number: number }
  | { because: 'entry'; number: number; why: EntryFault }
  /** A signature under the record, by its place among those of that wording. */
  | { because: 'seal'; version: number; number: number; why: SealFault }
  /** What the sides signed is another record than this. */
  | { because: 'other-file' }
  | { because: 'refusal'; number: number }

/** What is wrong with an entry. */
export type EntryFault =
  | 'signature'
  | 'other-call'
  /** No seal of the plan, and no seat of an agreed delegation, stands behind its key. */
  | 'no-signer'
  | 'twice'
  | 'out-of-order'

/** What is wrong with a side's signature under the record. */
export type SealFault = 'signature' | 'says-otherwise'

/** Thrown where a record is broken, and caught by whoever gives the verdict. */
export class BrokenRecord extends Error {
  override readonly name = 'BrokenRecord'
  readonly fault: RecordFault

  constructor(fault: RecordFault) {
    super(fault.because)
    this.fault = fault
  }
}
