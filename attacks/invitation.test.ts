import { readInvitation } from '@parley/client'
import { Refusal } from '@parley/protocol'
import { derivingKey, invitationKeyOf, makeSeal, sealInvitation, signSideKeys } from '@parley/seal'
import { expect, vi } from 'vitest'
import { attack } from './kit/attack.ts'
import { Inviting } from './kit/inviting.ts'

attack(
  { number: 39, by: 'S with T' },
  'an invitation that a thief with the link wrote under another seal is refused, and the true one is read',
  async () => {
    await using stage = await Inviting.open()
    const { link, invited: side, proposal: plan, first } = stage
    const { call } = first.state.record
    const key = await invitationKeyOf(await derivingKey(link.secret))
    const at = Date.now()
    const forged = await sealInvitation(await makeSeal(), {
      key,
      invitation: { call, at, side, plan },
    })
    stage.middles.second.answer = (asked, result) =>
      asked.type === 'read-invitation' ? { ...result, invitation: forged } : result

    await expect(readInvitation(stage.desk, link)).rejects.toEqual(new Refusal('bad-signature'))
    stage.middles.second.answer = (_asked, result) => result
    await using opened = await readInvitation(stage.desk, link)

    expect(opened.invitation.plan).toEqual(plan)
  },
)

attack(
  { number: 39, by: 'S' },
  'a seal that the server puts in the place of the invited one has another code, is given nothing, and is in no plan',
  async () => {
    await using stage = await Inviting.open()
    const { first, link, invited: side, middles } = stage
    const { call } = first.state.record
    const [evil, theirs] = [await makeSeal(), await makeSeal()]
    const document = await signSideKeys(evil, { call, side, at: Date.now() })
    middles.first.tell = (told) => (told.type === 'side-filed' ? { ...told, document } : told)
    await using invitation = await readInvitation(stage.desk, link)
    const accepted = invitation.accept(theirs)
    await vi.waitFor(() => expect(first.state.filed.get(side)?.seal).toBe(evil.publicKey))

    await first.pinSide({ side, seal: theirs.publicKey })
    expect(middles.first.asked.some(({ type }) => type === 'grant-side')).toBe(false)
    middles.first.tell = (told) => told
    middles.first.tellAgain(({ type }) => type === 'side-filed')

    expect(await accepted).toMatchObject({ call, side, seal: { publicKey: theirs.publicKey } })
    await first.signPlan()
    expect(first.state.documents.drafts[0]?.payload).toMatchObject({
      sides: [{ seal: stage.seal.publicKey }, { seal: theirs.publicKey }],
    })
  },
)
