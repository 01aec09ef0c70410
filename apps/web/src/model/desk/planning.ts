import { createCall, newSideId, type DeskParts, type DeskRecord } from '@parley/client'
import { Refusal, type PublicKey } from '@parley/protocol'
import { ProposedPlan } from '@parley/seal'
import * as v from 'valibot'
import { countryNamed } from './countryWords.ts'
import { wordingOf, type PlanDraft } from './planDraft.ts'
import { rememberZone, type Notes } from './rememberedZones.ts'
import { chosenSeal, type SealChoice } from './sealChoice.ts'

/** Makes the call that a draft describes. Rejects with a `Refusal`: `malformed` for words no plan may have. */
export async function planCall(
  parts: DeskParts & { notes: Notes },
  {
    draft,
    choice,
    createToken,
  }: { draft: PlanDraft; choice: SealChoice; createToken: string | undefined },
): Promise<DeskRecord> {
  const own = newSideId()
  const other = newSideId()
  const { sideName, sideFlag, otherName, otherFlag } = draft
  const proposal = (seal: PublicKey | null) => ({
    ...wordingOf(draft),
    sides: [
      { side: own, name: sideName.trim(), flag: countryNamed(sideFlag) ?? '', seal },
      { side: other, name: otherName.trim(), flag: countryNamed(otherFlag) ?? '', seal: null },
    ],
  })
  if (!v.is(ProposedPlan, proposal(null))) throw new Refusal('malformed')
  const { seal } = await chosenSeal(parts.store, choice, sideName.trim())
  const made = v.parse(ProposedPlan, proposal(seal.publicKey))
  const planned = { seal, side: own, proposal: made, createToken: createToken ?? '' }
  const record = await createCall(parts, planned)
  const zone = draft.otherZone
  if (zone !== '') rememberZone(parts.notes, record.call, { side: other, zone })
  return record
}
