import * as v from 'valibot'
import {
  AgreementKey,
  DocumentKind,
  PublicKey,
  SideId,
  type CallId,
  type CompactJws,
} from '@parley/protocol'
import { payloadOf, signJws, verifyJws } from '../jws.ts'
import type { Seal } from '../seals/seal.ts'
import { heading } from './fields.ts'
import { sideKind } from './kinds.ts'
import { readPayload } from './read.ts'

/** A side's keys, signed by the seal among them. They are not sealed: the server lets that seal in. */
export const SideKeys = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    seal: PublicKey,
    agreement: AgreementKey,
  }),
  v.check(({ kind, side }) => kind === `side/${side}`),
)
export type SideKeys = v.InferOutput<typeof SideKeys>

/** What an invited desk files. */
export function signSideKeys(
  seal: Seal,
  { call, side, at }: { call: CallId; side: SideId; at: number },
): Promise<CompactJws> {
  const keys = {
    call,
    kind: sideKind(side),
    version: 1,
    previous: null,
    at,
    side,
    seal: seal.publicKey,
    agreement: seal.agreement,
  } satisfies SideKeys
  return signJws(seal.signingKey, 'parley-document', keys)
}

/** The keys, if the seal they name signed them. Whose seal that is, only the phone tells. Refuses with `bad-signature` or `malformed`. */
export async function verifySideKeys(jws: string): Promise<SideKeys> {
  const { seal } = readPayload(SideKeys, payloadOf(jws))
  return readPayload(SideKeys, await verifyJws(jws, 'parley-document', seal))
}
