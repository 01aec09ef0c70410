import * as v from 'valibot'
import {
  AgreementKey,
  CallId,
  CompactJws,
  Hash,
  Nonce,
  PublicKey,
  Refusal,
  SeatId,
} from '@parley/protocol'
import { concat, fromText, toText, utf8 } from '../bytes.ts'
import { readPayload } from '../documents/read.ts'
import { sha256, sha256Text } from '../hash.ts'
import { payloadOf, signJws, verifyJws } from '../jws.ts'

/** What a device commits to, and later reveals. */
export type Revealed = { device: PublicKey; agreement: AgreementKey; r: Nonce }

/** 32 random bytes: an `r`, or the nonce of an answer. */
export function makeNonce(): Nonce {
  return v.parse(Nonce, toText(crypto.getRandomValues(new Uint8Array(32))))
}

/** Step 1: binds the device to its keys before it knows the desk's nonce, so it cannot look for a code. */
export function commitmentOf({ device, agreement, r }: Revealed): Promise<Hash> {
  return sha256Text(
    concat(utf8('parley enrolment'), fromText(device), fromText(agreement), fromText(r)),
  )
}

/** Step 2: the desk's answer. The seal is in it because a link has room for its hash only. */
export const EnrolmentAnswer = v.strictObject({
  call: CallId,
  seat: SeatId,
  seal: PublicKey,
  commitment: Hash,
  nonce: Nonce,
})
export type EnrolmentAnswer = v.InferOutput<typeof EnrolmentAnswer>

/** By the desk's seal. */
export function signAnswer(seal: CryptoKey, answer: EnrolmentAnswer): Promise<CompactJws> {
  return signJws(seal, 'parley-enrolment', v.parse(EnrolmentAnswer, answer))
}

/** At the device: refuses with `bad-signature` another seal, another seat and another commitment than its own. */
export async function verifyAnswer(
  jws: string,
  expected: { sealHash: Hash; seat: SeatId; commitment: Hash },
): Promise<EnrolmentAnswer> {
  const { seal } = readPayload(EnrolmentAnswer, payloadOf(jws))
  if ((await sealHashOf(seal)) !== expected.sealHash) throw new Refusal('bad-signature')
  const answer = readPayload(EnrolmentAnswer, await verifyJws(jws, 'parley-enrolment', seal))
  if (answer.seat !== expected.seat || answer.commitment !== expected.commitment) {
    throw new Refusal('bad-signature')
  }
  return answer
}

/** How a link names a seal: SHA-256 over its public key. */
export function sealHashOf(seal: PublicKey): Promise<Hash> {
  return sha256Text(fromText(seal))
}

/** Step 3: the device signs the answer as it got it. */
export function signReveal(deviceKey: CryptoKey, answer: CompactJws): Promise<CompactJws> {
  return signJws(deviceKey, 'parley-enrolment', utf8(answer))
}

/** At the desk: refuses with `bad-signature` unless the commitment opens and the device signed this very answer. */
export async function verifyReveal(
  { device, agreement, r, signature }: Revealed & { signature: CompactJws },
  { answer, commitment }: { answer: CompactJws; commitment: Hash },
): Promise<void> {
  if ((await commitmentOf({ device, agreement, r })) !== commitment) {
    throw new Refusal('bad-signature')
  }
  const signed = await verifyJws(signature, 'parley-enrolment', device)
  if (new TextDecoder().decode(signed) !== answer) throw new Refusal('bad-signature')
}

/** Step 4: the six digits that the device shows, and that the desk's officer types. */
export async function enrolmentCode(
  answer: CompactJws,
  { device, agreement, r }: Revealed,
): Promise<string> {
  const hash = await sha256(
    concat(utf8('parley code'), utf8(answer), fromText(device), fromText(agreement), fromText(r)),
  )
  const number = new DataView(hash.buffer).getBigUint64(0) % 1_000_000n
  return String(number).padStart(6, '0')
}
