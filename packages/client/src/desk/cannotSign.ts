/** Why a desk does not sign. */
export type CannotSignCode =
  /** A plan names a seal whose code was not compared. */
  | 'not-pinned'
  /** It signed other words under this very version. */
  | 'signed-other'
  /** It signed a later version, which stands in place of this one. */
  | 'signed-later'
  /** It does not replace the agreed version that this desk knows. */
  | 'not-next'
  /** It is no longer among the drafts. */
  | 'unknown-draft'
  /** It gives away a seat of another side. */
  | 'seat-taken'
  /** The seat is not in this side's delegation. */
  | 'unknown-seat'
  /** This side signed the last version that there is. */
  | 'no-version-left'
  /** What this desk saw before has not come from the server yet. */
  | 'behind'

/** A desk keeps to its rules, whoever asks. */
export class CannotSign extends Error {
  override readonly name = 'CannotSign'
  readonly code: CannotSignCode

  constructor(code: CannotSignCode) {
    super(code)
    this.code = code
  }
}
