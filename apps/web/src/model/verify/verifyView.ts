import type { Verdict } from '@parley/release'

/** A file that was chosen or fetched, and the verdict on it. */
export type Checked = {
  readonly id: number
  readonly name: string
  readonly verdict: Verdict
}

/** Why nothing can be said, and of what. */
export type VerifyTrouble =
  /** Of an address that is none of this server’s. */
  | 'other-origin'
  /** It does not answer, or not with a file. */
  | 'not-fetched'
  /** The page there names nothing that was released. */
  | 'nothing-there'
  /** A file that this browser cannot hold. */
  | 'too-large'
  /** What is to be a code is none. */
  | 'no-code'

/** What the page shows. */
export type VerifyView = {
  readonly isBusy: boolean
  readonly checked: readonly Checked[]
  readonly trouble: VerifyTrouble | undefined
  /** The code of the seal that is expected, as its digits; empty for none. */
  readonly code: string
}

/** What whoever sits there does. */
export type VerifyEvent =
  | { readonly type: 'files-chosen'; readonly files: readonly File[] }
  | { readonly type: 'address-given'; readonly address: string }
  | { readonly type: 'code-given'; readonly code: string }
  | { readonly type: 'cleared' }
