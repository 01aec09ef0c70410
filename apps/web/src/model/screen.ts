import type { Sitting } from './seat/seatModel.ts'
import type { RefusalCode } from '@parley/protocol'
import type { DeskModel } from './desk/deskModel.ts'
import type { DeskTrouble } from './desk/deskTrouble.ts'
import type { InvitationModel } from './desk/invitationModel.ts'
import type { KeptSealView } from './desk/invitationView.ts'
import type { PlanDraft } from './desk/planDraft.ts'
import type { SealChoice } from './desk/sealChoice.ts'
import type { EnrolModel } from './enrolModel.ts'
import type { Failure } from './failure.ts'
import type { OpenedShared } from './release/readouts/readoutsView.ts'

/** What this browser can open again: a desk of its own. */
type KeptDesk = { fragment: string; title: string; sideName: string }

/** What the page shows, with all that it needs. */
export type Screen =
  | { is: 'opening' }
  | {
      is: 'start'
      isBadLink: boolean
      desks: readonly KeptDesk[]
      canSit: boolean
      /** Who runs it, where that is told, and where it is. */
      server: { name: string | undefined; host: string }
    }
  | {
      is: 'planning'
      draft: PlanDraft
      seals: readonly KeptSealView[]
      isMaking: boolean
      trouble: DeskTrouble | undefined
    }
  | { is: 'invitation'; model: InvitationModel }
  | { is: 'desk'; model: DeskModel }
  | { is: 'enrol'; model: EnrolModel; isForAide: boolean }
  /** The device has the seat: green room, call and end are behind it. Or it is the console of its aide. */
  | { is: 'seat'; model: Sitting }
  /** What an ally shared; nothing where no seal of this browser opens it. */
  | { is: 'shared'; opened: OpenedShared | undefined }
  /** Another window of this browser has it: never two at once. */
  | { is: 'elsewhere'; what: 'desk' | 'seat' | 'invitation' }
  | { is: 'failed'; code: RefusalCode | Failure }

/** What was done on a page that is not yet a desk or a seat. */
export type PageEvent =
  | { type: 'link-pasted'; fragment: string }
  | { type: 'plan-pressed' }
  | { type: 'take-over-pressed' }
  | { type: 'planned'; draft: PlanDraft; choice: SealChoice }
