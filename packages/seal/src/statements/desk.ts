import * as v from 'valibot'
import { CallId, type CompactJws, PublicKey, SeatId, SideId, Time } from '@parley/protocol'
import { readPayload } from '../documents/read.ts'
import { signJws, verifyJws } from '../jws.ts'

const heading = { call: CallId, side: SideId, at: Time }

/** What a desk tells the server in clear, signed by its seal: who is let into the call. */
export const DeskStatement = v.variant('say', [
  v.strictObject({ say: v.literal('create'), ...heading }),
  v.strictObject({
    say: v.literal('approve'),
    ...heading,
    seat: SeatId,
    device: PublicKey,
    listen: v.boolean(),
    expires: Time,
    /** Of an aide's console: the seat that it drives. */
    drives: v.optional(SeatId),
  }),
  v.strictObject({ say: v.literal('withdraw'), ...heading, device: PublicKey }),
])
export type DeskStatement = v.InferOutput<typeof DeskStatement>

/** Signed as `parley-desk`. */
export function signDeskStatement(seal: CryptoKey, statement: DeskStatement): Promise<CompactJws> {
  return signJws(seal, 'parley-desk', v.parse(DeskStatement, statement))
}

/** The statement, if that seal signed it. Refuses with `bad-signature` or `malformed`. */
export async function verifyDeskStatement(jws: string, seal: PublicKey): Promise<DeskStatement> {
  return readPayload(DeskStatement, await verifyJws(jws, 'parley-desk', seal))
}
