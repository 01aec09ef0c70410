import * as v from 'valibot'
import {
  CallId,
  type CompactJwe,
  type Hash,
  PublicKey,
  Refusal,
  SideId,
  Time,
} from '@parley/protocol'
import { utf8 } from '../bytes.ts'
import { sealHashOf } from '../enrolment/enrolment.ts'
import { openUnder, sealUnder } from '../keys/jwe.ts'
import { payloadOf, signJws, verifyJws } from '../jws.ts'
import type { Seal } from '../seals/seal.ts'
import { ProposedPlan } from './plan.ts'
import { readPayload } from './read.ts'

/** What an invited desk reads before it has anything else. `side` is the one it is asked to be. */
export const Invitation = v.strictObject({
  kind: v.literal('invitation'),
  call: CallId,
  at: Time,
  side: SideId,
  seal: PublicKey,
  plan: ProposedPlan,
})
export type Invitation = v.InferOutput<typeof Invitation>

/** Signed by the inviting seal, and sealed under the link. */
export async function sealInvitation(
  seal: Seal,
  { key, invitation }: { key: CryptoKey; invitation: Omit<Invitation, 'kind' | 'seal'> },
): Promise<CompactJwe> {
  const whole = { kind: 'invitation', ...invitation, seal: seal.publicKey } satisfies Invitation
  return sealUnder(key, utf8(await signJws(seal.signingKey, 'parley-document', whole)))
}

/** The invitation, if the seal that the link names signed it. Refuses with `bad-signature` or `malformed`. */
export async function openInvitation(
  sealed: string,
  { key, sealHash }: { key: CryptoKey; sealHash: Hash },
): Promise<Invitation> {
  const jws = new TextDecoder().decode(await openUnder(key, sealed))
  const { seal } = readPayload(Invitation, payloadOf(jws))
  if ((await sealHashOf(seal)) !== sealHash) throw new Refusal('bad-signature')
  return readPayload(Invitation, await verifyJws(jws, 'parley-document', seal))
}
