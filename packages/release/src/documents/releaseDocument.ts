import {
  Refusal,
  type Bytes,
  type CompactJws,
  type DocumentKind,
  type Hash,
  type PublicKey,
  type SideId,
} from '@parley/protocol'
import { type Filed, hashOf, payloadOf, readPayload, signJws, verifyJws } from '@parley/seal'
import * as v from 'valibot'
import { Announcement } from './announcement.ts'
import { Clip, ClipFiles, ClipRefusal } from './clip.ts'
import { JointLine } from './joint.ts'
import { JointAnswer } from './jointAnswer.ts'
import { Readout } from './readout.ts'
import { RecordRefusal, RecordSeal } from './recordSeal.ts'

/** By the first word of a kind, what such a document says. */
const SCHEMAS = {
  announcement: Announcement,
  clip: Clip,
  'clip-file': ClipFiles,
  refusal: ClipRefusal,
  joint: JointLine,
  'joint-answer': JointAnswer,
  readout: Readout,
  record: RecordSeal,
  'record-refusal': RecordRefusal,
} as const

/** What a document of a release is. */
export type ReleaseWord = keyof typeof SCHEMAS

/** Every document of a release, by what it is. */
export type ReleaseDocument = {
  [Is in ReleaseWord]: { is: Is; payload: v.InferOutput<(typeof SCHEMAS)[Is]> }
}[ReleaseWord]

/** What a document of that sort says. */
export type PayloadOf<Is extends ReleaseWord> = Extract<ReleaseDocument, { is: Is }>['payload']

/** One side's signature of it, verified. */
export type ReleaseSignature<D extends ReleaseDocument = ReleaseDocument> = D & {
  readonly signer: SideId
  readonly seal: PublicKey
  readonly jws: CompactJws
  readonly hash: Hash
}

/** Whether a kind is of a release: what the call itself goes by has other kinds. */
export function isReleaseKind(kind: DocumentKind): boolean {
  return Object.hasOwn(SCHEMAS, wordOf(kind))
}

/** Whether every side signs it, or one alone. */
export function isOfAllSides(is: ReleaseWord): boolean {
  return is === 'announcement' || is === 'clip' || is === 'joint' || is === 'record'
}

/** What a document claims, before its signature is looked at. Refuses with `malformed`. */
export function readRelease(kind: DocumentKind, bytes: Bytes): ReleaseDocument {
  const is = wordOf(kind)
  if (!isReleaseWord(is)) throw new Refusal('malformed')
  const schema: v.GenericSchema<unknown, ReleaseDocument['payload']> = SCHEMAS[is]
  const document = { is, payload: readPayload(schema, bytes) } as ReleaseDocument
  if (document.payload.kind !== kind) throw new Refusal('malformed')
  return document
}

/** The signature, if the expected seal made it, of what it is filed as. Refuses with `bad-signature` or `malformed`. */
export async function verifyRelease(
  jws: CompactJws,
  { filed, seal }: { filed: Filed; seal: PublicKey },
): Promise<ReleaseSignature> {
  const document = readRelease(filed.kind, payloadOf(jws))
  const { call, version } = document.payload
  if (call !== filed.call || version !== filed.version) throw new Refusal('malformed')
  if (!maySign(document, filed.side)) throw new Refusal('bad-signature')
  await verifyJws(jws, 'parley-document', seal)
  return { ...document, signer: filed.side, seal, jws, hash: await hashOf(jws) }
}

/** Signs it. `payload` is written as JSON here, and never again. */
export function signRelease(key: CryptoKey, { is, payload }: ReleaseDocument): Promise<CompactJws> {
  return signJws(key, 'parley-document', v.parse(SCHEMAS[is], payload))
}

/** What one side alone says, no other can say for it. */
function maySign({ is, payload }: ReleaseDocument, side: SideId): boolean {
  if (is === 'readout') return payload.side.side === side
  if (is === 'clip-file' || is === 'refusal' || is === 'record-refusal' || is === 'joint-answer')
    return payload.side === side
  return true
}

function wordOf(kind: DocumentKind): string {
  return kind.split('/', 1)[0] ?? ''
}

function isReleaseWord(word: string): word is ReleaseWord {
  return Object.hasOwn(SCHEMAS, word)
}
