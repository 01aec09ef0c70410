import type { DeskState } from '@parley/client'
import type { SideId } from '@parley/protocol'
import type { ProposedPlan } from '@parley/seal'
import type { KeptPlan, PlanView } from './deskView.ts'
import { planChanges } from './planChanges.ts'

type PlanDrafted = Extract<DeskState['documents']['drafts'][number], { is: 'plan' }>

/** The plan as it stands: a version that awaits signatures before one that is agreed, before none. */
export function planViewOf(state: DeskState): PlanView {
  const { record, documents } = state
  const drafts = openDrafts(state)
  const [top] = drafts
  const agreed = documents.plan?.payload
  if (!top) return agreed ? agreedView(agreed, undefined) : proposedView(record)
  if (agreed && planChanges(agreed, top.payload).length === 0)
    return agreedView(agreed, keptBy(drafts, record.side))
  const latest = drafts.filter(({ payload }) => payload.version === top.payload.version)
  const draft = latest.find(({ signedBy }) => !signedBy.includes(record.side)) ?? top
  const { payload, signedBy, hash } = draft
  const before = agreed ?? drafts.find((one) => one.payload.version < payload.version)?.payload
  const isOwn = signedBy.includes(record.side)
  return {
    wording: payload,
    inForce: agreed ?? payload,
    version: payload.version,
    isAgreed: false,
    agreed: agreed?.version,
    signatures: payload.sides.map(({ side }) => ({ side, isSigned: signedBy.includes(side) })),
    draft: hash,
    signing: isOwn ? 'signed' : signingOf(state, { drafts, draft }),
    changes: planChanges(before ?? record.proposal, payload),
    proposedBy: isOwn ? record.side : signedBy[0],
    kept: undefined,
    mayPropose: unpinned(record, payload).length === 0,
  }
}

/** Those that replace what is agreed now, the newest first: the others came to nothing. */
function openDrafts({ documents }: DeskState): PlanDrafted[] {
  const agreed = documents.plan?.hash ?? null
  return documents.drafts.filter(
    (one): one is PlanDrafted => one.is === 'plan' && one.payload.previous === agreed,
  )
}

function signingOf(
  { record }: DeskState,
  { drafts, draft }: { drafts: readonly PlanDrafted[]; draft: PlanDrafted },
): PlanView['signing'] {
  if (unpinned(record, draft.payload).length > 0) return 'awaits-seals'
  const isTaken = drafts.some(
    ({ payload, signedBy }) =>
      payload.version === draft.payload.version && signedBy.includes(record.side),
  )
  return isTaken ? 'crossed' : 'may-sign'
}

function agreedView(
  agreed: ProposedPlan & { version: number },
  kept: KeptPlan | undefined,
): PlanView {
  return {
    ...bare(agreed),
    version: agreed.version,
    isAgreed: true,
    agreed: agreed.version,
    signatures: agreed.sides.map(({ side }) => ({ side, isSigned: true })),
    signing: 'signed',
    kept,
    mayPropose: true,
  }
}

/** Before anyone signed. Whoever planned the call signs first: two first versions would both wait for ever. */
function proposedView(record: DeskState['record']): PlanView {
  const { side, proposal } = record
  const isPlanner = proposal.sides[0]?.side === side
  const mayWrite = isPlanner ? 'may-sign' : 'awaits-planner'
  return {
    ...bare(proposal),
    signing: unpinned(record, proposal).length > 0 ? 'awaits-seals' : mayWrite,
    mayPropose: isPlanner,
  }
}

function bare(wording: ProposedPlan): PlanView {
  return {
    wording,
    inForce: wording,
    version: undefined,
    isAgreed: false,
    agreed: undefined,
    signatures: wording.sides.map(({ side }) => ({ side, isSigned: false })),
    draft: undefined,
    signing: 'signed',
    changes: [],
    proposedBy: undefined,
    kept: undefined,
    mayPropose: false,
  }
}

/** Who signed the agreed wording anew, and whose change that put off. */
function keptBy(drafts: readonly PlanDrafted[], own: SideId): KeptPlan | undefined {
  const [top, ...earlier] = drafts
  const [by] = top?.signedBy ?? []
  const change = earlier.find(({ payload }) => payload.version < (top?.payload.version ?? 0))
  if (!by || !change) return undefined
  const isOwn = change.signedBy.includes(own)
  return { by, of: isOwn ? own : (change.signedBy[0] ?? by) }
}

function unpinned(
  { side: own, pins }: DeskState['record'],
  { sides }: Pick<ProposedPlan, 'sides'>,
): SideId[] {
  return sides.map(({ side }) => side).filter((side) => side !== own && !pins[side])
}
