import type { RefusalCode } from '@parley/protocol'
import type { PlanView } from './deskView.ts'

type SealView = { hex: string; digits: readonly string[] }
type Read = { plan: PlanView; inviting: { name: string; seal: SealView }; yourName: string }

/** What an invited desk sees until it is let in; then its console opens. */
export type InvitationView =
  | { phase: 'reading' }
  | { phase: 'refused'; code: RefusalCode }
  | ({ phase: 'read' } & Read)
  | ({ phase: 'filed'; own: SealView; isConfirmed: boolean } & Read)
