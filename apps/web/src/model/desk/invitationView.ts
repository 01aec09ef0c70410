import type { PublicKey, RefusalCode } from '@parley/protocol'
import type { ProposedPlan } from '@parley/seal'
import type { SealView } from './deskView.ts'
import type { SealChoice } from './sealChoice.ts'

type Read = {
  plan: ProposedPlan
  inviting: { name: string; seal: SealView }
  yourName: string
  /** The clocks to show: that of this browser, and that of the inviting desk. */
  zones: readonly string[]
}

/** What an invited desk sees until it is let in; then its console opens. */
export type InvitationView =
  | { phase: 'reading' }
  | { phase: 'refused'; code: RefusalCode }
  | ({ phase: 'read'; seals: readonly KeptSealView[]; isWrongBackup: boolean } & Read)
  | ({ phase: 'filed'; own: SealView; isConfirmed: boolean } & Read)

/** A seal that this browser keeps. */
export type KeptSealView = { key: PublicKey; name: string }

/** What the invited officer did. */
export type InvitationEvent = { type: 'accepted'; choice: SealChoice } | { type: 'seal-confirmed' }
