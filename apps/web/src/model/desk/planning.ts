import { createCall, newSideId, type DeskParts, type DeskRecord } from '@parley/client'
import { Refusal, type PublicKey, type SideId } from '@parley/protocol'
import { ProposedPlan } from '@parley/seal'
import * as v from 'valibot'
import { startOf, type PlanDraft } from './planDraft.ts'
import { chosenSeal, type SealChoice } from './sealChoice.ts'

/** Makes the call that a draft describes. Rejects with a `Refusal`: `malformed` for words no plan may have. */
export async function planCall(
  parts: DeskParts,
  {
    draft,
    choice,
    createToken,
  }: { draft: PlanDraft; choice: SealChoice; createToken: string | undefined },
): Promise<DeskRecord> {
  const own = newSideId()
  const wording = (seal: PublicKey | null) => proposalOf(draft, { own, other: newSideId(), seal })
  if (!v.is(ProposedPlan, wording(null))) throw new Refusal('malformed')
  const { seal } = await chosenSeal(parts.store, choice, draft.sideName.trim())
  const proposal = v.parse(ProposedPlan, wording(seal.publicKey))
  return createCall(parts, { seal, side: own, proposal, createToken: createToken ?? '' })
}

/** The draft in the words of a plan, to be checked. */
function proposalOf(
  draft: PlanDraft,
  { own, other, seal }: { own: SideId; other: SideId; seal: PublicKey | null },
) {
  const { title, timeZone, languages, agenda, recording } = draft
  return {
    title: title.trim(),
    start: startOf(draft),
    timeZone,
    languages: languages
      .split(/[\s,;]+/)
      .map((code) => code.trim())
      .filter((code) => code !== ''),
    agenda: agenda.map(({ title: about, minutes, open }, index) => ({
      part: index + 1,
      title: about.trim(),
      minutes,
      open,
    })),
    modalities: { recording, ifLineDrops: '', peopleInRoom: '' },
    sides: [
      { side: own, name: draft.sideName.trim(), flag: draft.sideFlag, seal },
      { side: other, name: draft.otherName.trim(), flag: draft.otherFlag, seal: null },
    ],
  }
}
