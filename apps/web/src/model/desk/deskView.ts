import type { EnrolmentId, Hash, PublicKey, SeatId, SideId } from '@parley/protocol'
import type { ProposedPlan, Role, Seat } from '@parley/seal'
import type { PartEvent } from '../agenda/partEvent.ts'
import type { PartsView } from '../agenda/partsView.ts'
import type { AskedBackup } from './askedBackup.ts'
import type { DeskTrouble } from './deskTrouble.ts'
import type { PlanChange } from './planChanges.ts'
import type { WordingDraft } from './planDraft.ts'
import type { SeatChange } from './seatChanges.ts'

/** A seal as it is compared: its code and its emblem. */
export type SealView = { key: PublicKey; hex: string; digits: readonly string[] }

/** How far a side is: invited, its seal arrived, believed and why. */
export type Standing =
  /** Named in a plan that every side signed: then the others believe it. */
  | { is: 'own'; isNamed: boolean }
  | { is: 'to-invite' | 'invited' | 'to-compare' }
  /** Its officer said at that time that both codes were the same, read over the phone. */
  | { is: 'compared'; at: number }
  /** It came with a desk of a demonstration, which compared nothing. */
  | { is: 'handed-over' }
  /** Nobody compared it here: a side whose seal was compared signed for it. */
  | { is: 'relied-on'; because: string }

/** A side as its desk or another sees it. `order` gives the colour, in the order of the plan. */
export type DeskSide = {
  side: SideId
  name: string
  flag: string
  order: number
  isOwn: boolean
  /** Nothing while its seal is not known. */
  seal: SealView | undefined
  standing: Standing
  /** Nothing while this desk does not know where it is. */
  zone: string | undefined
  invitation: string | undefined
}

/** Whether a side signed the wording shown. */
type Signed = { side: SideId; isSigned: boolean }

/** A change that came to nothing: its own side took it back, or another declined it. */
export type KeptPlan = { by: SideId; of: SideId }

/** The plan as it stands: what is agreed, or what still awaits signatures. */
export type PlanView = {
  wording: ProposedPlan
  /** What counts, whatever is proposed above it; the wording itself while nothing is agreed. */
  inForce: ProposedPlan
  version: number | undefined
  isAgreed: boolean
  /** The version that counts, whatever is proposed above it. */
  agreed: number | undefined
  signatures: readonly Signed[]
  /** The very wording that this desk would sign; nothing if it would write the first version itself. */
  draft: Hash | undefined
  /** Whether this desk may sign now, or what it waits for. */
  signing: 'may-sign' | 'signed' | 'awaits-seals' | 'awaits-planner' | 'crossed'
  /** In what the wording differs from the one before. */
  changes: readonly PlanChange[]
  /** The side that signed the wording first, while it awaits others. */
  proposedBy: SideId | undefined
  /** What became of the change last proposed, if that is still the last that was said. */
  kept: KeptPlan | undefined
  mayPropose: boolean
}

/** What is written of a person before they have a seat. */
export type NewSeat = Pick<Seat, 'name' | 'office' | 'role' | 'languages'> & {
  /** Whether they are cleared for their side's private room; until an officer says so, their role does. */
  isPrivate?: boolean
  /** Whether their device may record the open parts. */
  records?: boolean
}

/** How far a device is with its pass, and its link while that is open. */
export type PassState = {
  pass: 'none' | 'link-open' | 'asks' | 'given' | 'withdrawn'
  link: string | undefined
}

/** One line of a delegation. */
export type SeatRow = Seat &
  PassState & {
    isAgreed: boolean
    /** The console of its aide. */
    aide: PassState
    isHere: boolean
    /** What this desk did to it and has not signed yet. */
    unsigned: 'added' | 'removed' | 'changed' | undefined
    /** A name of another side that this one, of a side that is not one's own, can be taken for. */
    alike?: string | undefined
  }

/** The telephone of a desk: for its own people in need, and read by all sides. */
export type DeskTelephone = {
  /** Nothing where the desk gives none. */
  number: string | undefined
  is: 'agreed' | 'not-agreed' | 'unsigned'
}

/** A side's delegation. */
export type DelegationView = {
  side: SideId
  rows: readonly SeatRow[]
  telephone: DeskTelephone
  /** The version that this desk has to acknowledge. */
  awaitsUs: Hash | undefined
  /** None of this side was agreed before. */
  isFirst: boolean
  awaitsOthers: boolean
  /** The last change that this desk has not signed yet. */
  unsigned: SeatChange | undefined
}

/** A device that asks for its pass. */
export type EnrolmentCard = {
  enrolment: EnrolmentId
  seat: SeatId
  name: string
  role: Role
  /** It asks to be the console of that seat's aide. */
  isForAide: boolean
  state: 'asked' | 'revealed'
}

/** Everything that the console of a desk shows. */
export type DeskView = {
  sides: readonly DeskSide[]
  /** The clocks to show, each once, those of its own side first. */
  zones: readonly string[]
  plan: PlanView
  /** Whether the agreed plan has open parts recorded. */
  mayRecord: boolean
  delegations: readonly DelegationView[]
  enrolments: readonly EnrolmentCard[]
  backup: AskedBackup
  /** Whether the plan was changed here before anyone signed it, and can be as it was. */
  mayUndoChange: boolean
  line: 'there' | 'lost'
  /** Names of the sides that signed several withdrawals for one version, against the rule. */
  signedTwice: readonly string[]
  /** The parts of the agenda, once somebody is in the call and their code is there. */
  parts?: PartsView | undefined
  /** Clips that wait for this desk's answer, or for its manifest. */
  clipsWaiting: number
  /** What the last deed met. */
  trouble: DeskTrouble | undefined
}

/** What the officer did. */
export type DeskEvent =
  | PartEvent
  | { type: 'invite-pressed'; side: SideId }
  | { type: 'seal-confirmed'; side: SideId; seal: PublicKey }
  | { type: 'plan-signed'; draft: Hash | undefined }
  /** Where a side is, for this browser to show its time. */
  | { type: 'zone-chosen'; side: SideId; zone: string }
  | { type: 'change-proposed'; draft: WordingDraft }
  | { type: 'change-undone' }
  /** Declines another's change, or takes one's own back: the agreed wording stays. */
  | { type: 'plan-kept' }
  /** Without a number, the desk gives none from now on. */
  | { type: 'telephone-written'; number: string | undefined }
  /** Nobody else sees what was added, removed or written before `seats-signed`; `seats-undone` takes back the last of it. */
  | { type: 'seats-added'; people: readonly NewSeat[] }
  | { type: 'seat-removed'; seat: SeatId }
  /** Whether the device of that seat may record open parts. */
  | { type: 'seat-records'; seat: SeatId; records: boolean }
  | { type: 'seats-undone' }
  | { type: 'seats-signed' }
  | { type: 'delegation-acknowledged'; draft: Hash }
  | { type: 'link-asked'; seat: SeatId }
  | { type: 'links-asked'; seats: readonly SeatId[] }
  | { type: 'code-typed'; enrolment: EnrolmentId; code: string }
  | { type: 'enrolment-refused'; enrolment: EnrolmentId }
  | { type: 'seat-withdrawn'; seat: SeatId }
  /** Of the console of that seat's aide. */
  | { type: 'aide-link-asked' | 'aide-withdrawn'; seat: SeatId }
  | { type: 'backup-asked'; passphrase: string }
  | { type: 'backup-read-back'; file: string; passphrase: string }
  | { type: 'trouble-read' }

/** The name of a side, as the plan has it. */
export function sideOf(view: DeskView, side: SideId): DeskSide | undefined {
  return view.sides.find((one) => one.side === side)
}
