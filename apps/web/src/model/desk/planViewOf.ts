import type { DeskState } from '@parley/client'
import type { SideId } from '@parley/protocol'
import type { PlanView } from './deskView.ts'

/** The plan as it stands: a version that awaits signatures before one that is agreed, before none. */
export function planViewOf({ record, documents }: DeskState): PlanView {
  const draft = documents.drafts.find((one) => one.is === 'plan')
  if (draft?.is === 'plan') {
    const { payload, signedBy, hash } = draft
    const isOpen = payload.sides.some(({ side }) => side !== record.side && !record.pins[side])
    return {
      wording: payload,
      version: payload.version,
      isAgreed: false,
      signatures: payload.sides.map(({ side }) => ({ side, isSigned: signedBy.includes(side) })),
      draft: hash,
      signing: signedBy.includes(record.side) ? 'signed' : isOpen ? 'awaits-seals' : 'may-sign',
    }
  }
  const agreed = documents.plan?.payload
  const wording = agreed ?? record.proposal
  return {
    wording,
    version: agreed?.version,
    isAgreed: agreed !== undefined,
    signatures: wording.sides.map(({ side }) => ({ side, isSigned: agreed !== undefined })),
    draft: undefined,
    signing: agreed ? 'signed' : firstSigning(record),
  }
}

/** Whoever planned the call signs first: two first versions would both wait for ever. */
function firstSigning({
  side,
  proposal,
  pins,
}: Pick<DeskState['record'], 'side' | 'proposal' | 'pins'>): PlanView['signing'] {
  const others: SideId[] = proposal.sides.map((one) => one.side).filter((one) => one !== side)
  if (others.some((one) => !pins[one])) return 'awaits-seals'
  return proposal.sides[0]?.side === side ? 'may-sign' : 'awaits-planner'
}
