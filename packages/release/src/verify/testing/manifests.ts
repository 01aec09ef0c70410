import type { Bytes, CompactJws, Hash } from '@parley/protocol'
import { concat, sha256 } from '@parley/seal'
import { encode } from 'cborg'
import { boxesIn } from '../media/boxes.ts'
import { cbor, cborBox, namedAs, superBox } from './jumbf.ts'
import type { ClipKey } from './clipKeys.ts'

/** What a side puts into a file: its key, what it signed of the clip, and bytes left free in its signature. */
export type Signing = {
  readonly by: ClipKey
  readonly clip: { clip: Hash; jws: CompactJws }
  readonly room?: number
}

/** Puts a store into a file; what is hashed of the file is hashed with one of that length in it. */
export type PutIn = (store: Bytes) => Bytes

const LABELS = Array.from({ length: 8 }, (_, place) => `urn:c2pa:${place}`)

/** A file with a manifest of each, the first at the bottom, as C2PA writes it. */
export async function signedFile(signings: readonly Signing[], putIn: PutIn): Promise<Bytes> {
  let manifests: Bytes[] = []
  for (const [place, signing] of signings.entries()) {
    const make = (hash: Bytes) => manifestOf(signing, { place, below: manifests.at(-1), hash })
    // oxlint-disable-next-line no-await-in-loop -- each is on top of the one before
    const empty = await make(new Uint8Array(32))
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const hash = await hashOfFile(putIn(storeOf([...manifests, empty])))
    // oxlint-disable-next-line no-await-in-loop -- likewise
    manifests = [...manifests, await make(hash)]
  }
  return putIn(storeOf(manifests))
}

/** A store of those manifests. */
function storeOf(manifests: readonly Bytes[]): Bytes {
  return superBox('c2pa', 'c2pa', manifests)
}

async function manifestOf(
  { by, clip, room = 100 }: Signing,
  { place, below, hash }: { place: number; below: Bytes | undefined; hash: Bytes },
): Promise<Bytes> {
  const label = LABELS[place] ?? ''
  const assertions = [
    cborBox('org.parley.clip', clip),
    cborBox('c2pa.hash.bmff.v3', {
      exclusions: [{ xpath: '/uuid' }, { xpath: '/ftyp' }, { xpath: '/free' }],
      alg: 'sha256',
      hash,
    }),
    ...(below ? [await ingredientOf(below, LABELS[place - 1] ?? '')] : []),
  ]
  const names = ['org.parley.clip', 'c2pa.hash.bmff.v3', 'c2pa.ingredient.v3']
  const claim = cbor({
    signature: `self#jumbf=/c2pa/${label}/c2pa.signature`,
    created_assertions: await Promise.all(
      assertions.map((one, at) => namedAs(`c2pa.assertions/${names[at]}`, one)),
    ),
    alg: 'sha256',
  })
  return superBox('c2ma', label, [
    superBox('c2as', 'c2pa.assertions', assertions),
    superBox('c2cl', 'c2pa.claim.v2', [cborContent(claim)]),
    superBox('c2cs', 'c2pa.signature', [cborContent(await sign1(claim, by, room))]),
  ])
}

async function ingredientOf(below: Bytes, label: string): Promise<Bytes> {
  const activeManifest = await namedAs(`/c2pa/${label}`, below)
  return cborBox('c2pa.ingredient.v3', { relationship: 'parentOf', activeManifest })
}

async function sign1(claim: Bytes, { key, certificate }: ClipKey, room: number): Promise<Bytes> {
  const isEs256 = key.algorithm.name === 'ECDSA'
  const header = cbor(
    new Map<number, unknown>([
      [1, isEs256 ? -7 : -8],
      [33, certificate],
    ]),
  )
  const structure = cbor(['Signature1', header, new Uint8Array(), claim])
  const how = isEs256 ? { name: 'ECDSA', hash: 'SHA-256' } : 'Ed25519'
  const signature = new Uint8Array(await crypto.subtle.sign(how, key, structure))
  const open = new Map([['pad', new Uint8Array(room)]])
  return concat(Uint8Array.of(0xd2), new Uint8Array(encode([header, open, null, signature])))
}

/** As C2PA hashes an MP4 file of which those boxes are left out. */
function hashOfFile(file: Bytes): Promise<Bytes> {
  const boxes = (boxesIn(file) ?? []).filter(({ type }) => !['uuid', 'ftyp', 'free'].includes(type))
  const parts = boxes.flatMap(({ start, end }) => {
    const number = new Uint8Array(8)
    new DataView(number.buffer).setBigUint64(0, BigInt(start))
    return [number, file.subarray(start, end)]
  })
  return sha256(concat(...parts))
}

function cborContent(said: Bytes): Bytes {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, said.length + 8)
  return concat(length, new TextEncoder().encode('cbor'), said)
}
