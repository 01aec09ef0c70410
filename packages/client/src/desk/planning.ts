import type { SideId } from '@parley/protocol'
import { PLAN_KIND, type Plan, type PlanSide, type ProposedPlan } from '@parley/seal'
import { CannotSign } from './cannotSign.ts'
import type { DeskHands } from './deskHands.ts'
import type { DeskRecord } from './deskRecord.ts'
import { nextVersion, signAndFile } from './filing.ts'

/** The sides whose seals this desk has yet to compare before it can sign a plan. */
export function unpinnedSides({ proposal, pins, side }: DeskRecord): SideId[] {
  return proposal.sides
    .map((one) => one.side)
    .filter((one) => one !== side && pins[one] === undefined)
}

/** Keeps a wording to sign later, or to invite with. */
export function keepProposal({ book }: DeskHands, proposal: ProposedPlan): Promise<void> {
  return book.change((record) => ({ ...record, proposal }))
}

/** Signs the wording kept, as the next version. Rejects with `CannotSign`: `not-pinned` or `behind`. */
export async function signPlan(hands: DeskHands): Promise<void> {
  const { book, documents, clock } = hands
  const { record } = book
  if (documents.documents.missing.length > 0) throw new CannotSign('behind')
  const { sides: _, ...wording } = record.proposal
  const payload: Plan = {
    call: record.call,
    kind: PLAN_KIND,
    version: nextVersion(hands, PLAN_KIND),
    previous: documents.documents.plan?.hash ?? null,
    at: clock.nowMs(),
    ...wording,
    sides: sealedSides(record, documents.documents.plan?.payload.sides),
  }
  await signAndFile(hands, { is: 'plan', payload })
}

/** Once a plan is agreed its sides and seals stay. Before, each is one that this desk pinned. */
function sealedSides(record: DeskRecord, agreed: readonly PlanSide[] | undefined): PlanSide[] {
  if (agreed) return [...agreed]
  if (unpinnedSides(record).length > 0) throw new CannotSign('not-pinned')
  return record.proposal.sides.map((side) => {
    const seal = side.side === record.side ? record.seal.publicKey : record.pins[side.side]?.seal
    if (!seal) throw new CannotSign('not-pinned')
    return { ...side, seal }
  })
}
