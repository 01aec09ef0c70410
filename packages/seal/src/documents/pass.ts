import * as v from 'valibot'
import {
  AgreementKey,
  aidePlaceOf,
  DocumentKind,
  Hash,
  PublicKey,
  SeatId,
  SideId,
  Time,
} from '@parley/protocol'
import { heading } from './fields.ts'
import { hashOf } from '../hash.ts'
import { payloadOf, verifyJws } from '../jws.ts'
import { orNothing, readPayload } from './read.ts'

/** A side's statement that a device may sit in a seat. `listen` is press: hears, and sends nothing. */
export const Pass = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    seat: SeatId,
    device: PublicKey,
    agreement: AgreementKey,
    listen: v.boolean(),
    notBefore: Time,
    expires: Time,
    /** Of an aide's console: the seat whose display it drives. It has a place beside that seat, and is in no room but the seat's. */
    drives: v.optional(SeatId),
  }),
  v.check((pass) => pass.kind === `pass/${pass.seat}`),
  v.check((pass) => pass.notBefore < pass.expires),
  v.check(({ seat, drives }) => !drives || seat === aidePlaceOf(drives)),
)
export type Pass = v.InferOutput<typeof Pass>

/** A pass, and who vouches for it. */
export type VerifiedPass = { pass: Pass; signedBy: PublicKey; hash: Hash }

/**
 * The pass, if the seal of the side it names signed it; nothing if not, or if that side is unknown.
 * Its call, its times and its version are for whoever asks.
 */
export function verifyPass(
  jws: string,
  seals: Pick<ReadonlyMap<SideId, PublicKey>, 'get'>,
): Promise<VerifiedPass | undefined> {
  return orNothing(async () => {
    const claimed = readPayload(Pass, payloadOf(jws))
    const signedBy = seals.get(claimed.side)
    if (!signedBy) return undefined
    const pass = readPayload(Pass, await verifyJws(jws, 'parley-pass', signedBy))
    return { pass, signedBy, hash: await hashOf(jws) }
  })
}
