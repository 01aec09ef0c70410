import type { Desk } from '@parley/client'
import { Refusal } from '@parley/protocol'
import { ProposedPlan } from '@parley/seal'
import * as v from 'valibot'
import { wordingOf, type WordingDraft } from './planDraft.ts'

/**
 * Signs another wording of the plan, for the other side to agree or decline. Before anyone signed, it
 * is only written. Rejects with a `Refusal`: `malformed` for words no plan may have.
 */
export async function proposeChange(desk: Desk, draft: WordingDraft): Promise<void> {
  const { record, documents } = desk.state
  const isSigned = documents.plan !== undefined || documents.drafts.some(({ is }) => is === 'plan')
  const { sides } = documents.plan?.payload ?? record.proposal
  const wording = v.safeParse(ProposedPlan, { ...wordingOf(draft), sides })
  if (!wording.success) throw new Refusal('malformed')
  await desk.keepProposal(wording.output)
  if (isSigned) await desk.signPlan()
}

/** Signs the agreed wording anew, in place of every change that was proposed. */
export async function keepPlan(desk: Desk): Promise<void> {
  const agreed = desk.state.documents.plan?.payload
  if (!agreed) return
  const { title, start, timeZone, languages, agenda, modalities, sides } = agreed
  await desk.keepProposal({ title, start, timeZone, languages, agenda, modalities, sides })
  await desk.signPlan()
}
