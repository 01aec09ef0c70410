import * as v from 'valibot'
import { CallId, CompactJws, PublicKey, SideId } from './ids.ts'

/**
 * The body of `POST /calls`, with the create token as bearer. `statement` is a JWS `parley-desk` by
 * that seal over `{say: 'create', call, side, at}`: nobody creates a call in another's name.
 */
export const CreateCall = v.strictObject({
  call: CallId,
  side: SideId,
  seal: PublicKey,
  statement: CompactJws,
})
export type CreateCall = v.InferOutput<typeof CreateCall>
