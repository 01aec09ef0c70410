import type { EnrolmentId, RefusalCode, SeatId, SideId } from '@parley/protocol'
import type { Plan, ProposedPlan, Seat } from '@parley/seal'

/** A side as its desk or another sees it. `order` gives the colour, in the order of the plan. */
export type DeskSide = {
  side: SideId
  name: string
  flag: string
  order: number
  isOwn: boolean
  /** Nothing while its seal is not known. */
  seal: { hex: string; digits: readonly string[] } | undefined
  /** How far another side is: invited, its seal arrived, compared, let in. */
  standing: 'own' | 'to-invite' | 'invited' | 'to-compare' | 'compared'
  invitation: string | undefined
}

/** Whether a side signed the wording shown. */
export type Signed = { side: SideId; isSigned: boolean }

/** The plan as it stands: what is agreed, or what still awaits signatures. */
export type PlanView = {
  wording: Plan | ProposedPlan
  version: number | undefined
  isAgreed: boolean
  signatures: readonly Signed[]
  /** Whether this desk may sign now, or what it waits for. */
  signing: 'may-sign' | 'signed' | 'awaits-seals'
}

/** One line of a delegation. */
export type SeatRow = Seat & {
  isAgreed: boolean
  pass: 'none' | 'link-open' | 'asks' | 'given' | 'withdrawn'
  link: string | undefined
  isHere: boolean
}

/** A side's delegation. */
export type DelegationView = {
  side: SideId
  rows: readonly SeatRow[]
  /** What this desk has to acknowledge: how many seats the new version has. */
  awaitsUs: boolean
  awaitsOthers: boolean
}

/** A device that asks for its pass. */
export type EnrolmentCard = {
  enrolment: EnrolmentId
  seat: SeatId
  name: string
  role: string
  state: 'asked' | 'revealed'
}

/** Everything that the console of a desk shows. */
export type DeskView = {
  title: string
  sides: readonly DeskSide[]
  plan: PlanView
  delegations: readonly DelegationView[]
  enrolments: readonly EnrolmentCard[]
  isBackedUp: boolean
  line: 'there' | 'lost'
  /** What the last deed met. */
  refused: RefusalCode | undefined
}

/** What the officer did. */
export type DeskEvent =
  | { type: 'invite-pressed'; side: SideId }
  | { type: 'seal-confirmed'; side: SideId }
  | { type: 'plan-signed' }
  | { type: 'seats-declared'; seats: readonly Seat[] }
  | { type: 'delegation-acknowledged'; side: SideId }
  | { type: 'link-asked'; seat: SeatId }
  | { type: 'code-typed'; enrolment: EnrolmentId; code: string }
  | { type: 'enrolment-refused'; enrolment: EnrolmentId }
  | { type: 'seat-withdrawn'; seat: SeatId }
  | { type: 'backup-asked'; passphrase: string }
  | { type: 'refusal-read' }

/** The name of a side, as the plan has it. */
export function sideOf(view: DeskView, side: SideId): DeskSide | undefined {
  return view.sides.find((one) => one.side === side)
}
