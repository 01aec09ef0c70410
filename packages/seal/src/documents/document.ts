import * as v from 'valibot'
import {
  Refusal,
  type Bytes,
  type CallId,
  type CompactJws,
  type DocumentKind,
  type Hash,
  type PublicKey,
  type SideId,
} from '@parley/protocol'
import { hashOf } from '../hash.ts'
import { payloadOf, signJws, verifyJws } from '../jws.ts'
import type { Typ } from '../typ.ts'
import { Delegation } from './delegation.ts'
import { DeskWord } from './deskWord.ts'
import { Pass } from './pass.ts'
import { Plan } from './plan.ts'
import { readPayload } from './read.ts'
import { Withdrawal } from './withdrawal.ts'

/** Every sealed document of a call, by what it is. */
export type Document =
  | { is: 'plan'; payload: Plan }
  | { is: 'delegation'; payload: Delegation }
  | { is: 'pass'; payload: Pass }
  | { is: 'withdrawal'; payload: Withdrawal }
  | { is: 'desk'; payload: DeskWord }

/** One side's signature of a document, verified. */
export type Signature<D extends Document = Document> = D & {
  readonly signer: SideId
  readonly seal: PublicKey
  readonly jws: CompactJws
  readonly hash: Hash
}

/** A document as filed: what the server, or whoever brings it, says it is. */
export type Filed = {
  readonly call: CallId
  readonly kind: DocumentKind
  readonly version: number
  readonly side: SideId
}

/** What a document claims, before its signature is looked at. Refuses with `malformed` unless it is what it is filed as. */
export function readClaim(jws: string, filed: Omit<Filed, 'side'>): Document {
  const document = readDocument(filed.kind, payloadOf(jws))
  const { call, kind, version } = document.payload
  if (call !== filed.call || kind !== filed.kind || version !== filed.version) {
    throw new Refusal('malformed')
  }
  return document
}

/** The signature, if the expected seal made it. Refuses with `bad-signature` or `malformed`. */
export async function verifySignature(
  jws: CompactJws,
  { filed, seal }: { filed: Filed; seal: PublicKey },
): Promise<Signature> {
  const document = readClaim(jws, filed)
  if (!maySign(document, filed.side)) throw new Refusal('bad-signature')
  await verifyJws(jws, typOf(document.is), seal)
  return { ...document, signer: filed.side, seal, jws, hash: await hashOf(jws) }
}

/** Signs a document as its kind is signed. `payload` is written as JSON here, and never again. */
export function signDocument(key: CryptoKey, { is, payload }: Document): Promise<CompactJws> {
  return signJws(key, typOf(is), v.parse(schemas[is], payload))
}

/** Signs the very bytes that another side signed. */
export function signAgain(
  key: CryptoKey,
  { is, jws }: { is: Document['is']; jws: CompactJws },
): Promise<CompactJws> {
  return signJws(key, typOf(is), payloadOf(jws))
}

const schemas = {
  plan: Plan,
  delegation: Delegation,
  pass: Pass,
  withdrawal: Withdrawal,
  desk: DeskWord,
}

/** What one side alone says, no other can say for it. */
function maySign(document: Document, side: SideId): boolean {
  const isOfAll = document.is === 'plan' || document.is === 'delegation'
  return isOfAll || document.payload.side === side
}

function typOf(is: Document['is']): Typ {
  if (is === 'pass') return 'parley-pass'
  return is === 'desk' ? 'parley-desk' : 'parley-document'
}

function readDocument(kind: DocumentKind, bytes: Bytes): Document {
  switch (kind.split('/')[0]) {
    case 'plan':
      return { is: 'plan', payload: readPayload(Plan, bytes) }
    case 'delegation':
      return { is: 'delegation', payload: readPayload(Delegation, bytes) }
    case 'pass':
      return { is: 'pass', payload: readPayload(Pass, bytes) }
    case 'withdrawal':
      return { is: 'withdrawal', payload: readPayload(Withdrawal, bytes) }
    case 'desk':
      return { is: 'desk', payload: readPayload(DeskWord, bytes) }
    default:
      throw new Refusal('malformed')
  }
}
