import type { PublicKey, SideId } from '@parley/protocol'
import {
  derivingKey,
  grantKeyOf,
  invitationKeyOf,
  sealGrant,
  sealInvitation,
  Secret,
  tokenHashOf,
  tokenOf,
  type SideKeys,
} from '@parley/seal'
import { invitationUrl } from '../enrolment/links.ts'
import { CannotSign } from './cannotSign.ts'
import { without } from './deskBook.ts'
import type { DeskHands } from './deskHands.ts'

/** Opens an invitation for that side to the plan as proposed, and gives its link. A new one replaces the old. */
export async function invite(
  { book, connection, clock }: DeskHands,
  { side, page }: { side: SideId; page: string },
): Promise<string> {
  const { seal, call, proposal } = book.record
  const secret = Secret.random()
  const linkSecret = await derivingKey(secret)
  const invitation = await sealInvitation(seal, {
    key: await invitationKeyOf(linkSecret),
    invitation: { call, at: clock.nowMs(), side, plan: proposal },
  })
  const tokenHash = await tokenHashOf(await tokenOf(linkSecret))
  await connection.request({ type: 'open-invitation', tokenHash, side, invitation })
  const kept = secret.use((bytes) => new Uint8Array(bytes))
  await book.change((record) => ({
    ...record,
    invitations: { ...record.invitations, [side]: kept },
  }))
  return invitationUrl({ origin: page, seal: seal.publicKey }, secret)
}

/** Believes a seal whose code was compared. */
export async function pinSide(
  { book, clock }: Pick<DeskHands, 'book' | 'clock'>,
  { side, seal }: { side: SideId; seal: PublicKey },
): Promise<void> {
  const pin = { seal, because: 'compared', at: clock.nowMs() } as const
  await book.change((record) => ({ ...record, pins: { ...record.pins, [side]: pin } }))
}

/** Hands the call secret to a side that filed its keys and whose seal is pinned. Rejects with `CannotSign`. */
export async function grantSide(
  { book, connection, documents }: DeskHands,
  { side, seal, agreement }: Pick<SideKeys, 'side' | 'seal' | 'agreement'>,
): Promise<void> {
  const { pins, invitations, seal: own, callSecret } = book.record
  const secret = invitations[side]
  if (!secret || pins[side]?.seal !== seal) throw new CannotSign('not-pinned')
  const linkSecret = await derivingKey(new Secret(new Uint8Array(secret)))
  const grant = await sealGrant(
    {
      seal: own.publicKey,
      pass: undefined,
      callSecret: new Secret(new Uint8Array(callSecret)),
      sideSecret: undefined,
      heads: documents.documents.heads,
    },
    { grantKey: await grantKeyOf(linkSecret), to: agreement },
  )
  await connection.request({ type: 'grant-side', side, seal, grant })
  await book.change((record) => ({ ...record, invitations: without(record.invitations, side) }))
}
