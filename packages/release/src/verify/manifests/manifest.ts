import { CompactJws, Hash, type Bytes } from '@parley/protocol'
import { sha256 } from '@parley/seal'
import * as v from 'valibot'
import { bytesOf, listOf, readCbor, within } from './cbor.ts'
import type { Certificate } from './certificate.ts'
import { isSuperBox, type ContentBox, type SuperBox } from './jumbf.ts'
import { verifySign1 } from './sign1.ts'

/** The ends of the names of types that C2PA has: four letters, and these. */
const OF_C2PA = '00110010800000aa00389b71'

/** What each side's manifest says of the clip: the hash of its document, and that side's signature of it. */
export const CLIP_ASSERTION = 'org.parley.clip'

const ClipAssertion = v.strictObject({ clip: Hash, jws: CompactJws })
export type ClipAssertion = v.InferOutput<typeof ClipAssertion>

/** A manifest whose every byte its own signature is of. Whose key that is, its certificate tells. */
export type Manifest = {
  readonly label: string
  readonly certificate: Certificate
  /** By its label, what an assertion says. */
  readonly assertions: ReadonlyMap<string, unknown>
  /** SHA-256 of all of it: by this the next manifest names it. */
  readonly hash: Bytes
}

/** Reads and verifies one, strictly. Nothing where a byte of it is not as its key signed it. */
export async function readManifest(box: SuperBox): Promise<Manifest | undefined> {
  const store = childOf(box, 'c2as', 'c2pa.assertions')
  const claimBox = childOf(box, 'c2cl', 'c2pa.claim.v2') ?? childOf(box, 'c2cl', 'c2pa.claim')
  const signatureBox = childOf(box, 'c2cs', 'c2pa.signature')
  const [claim, cose] = [onlyCbor(claimBox), onlyCbor(signatureBox)]
  if (!isOfType(box, 'c2ma') || box.inside.length !== 3 || !store || !claim || !cose)
    return undefined
  const certificate = await verifySign1(cose, claim)
  const assertions = certificate && (await assertionsOf(store, readCbor(claim), box.label))
  return assertions && { label: box.label, certificate, assertions, hash: await sha256(box.body) }
}

/** What a manifest says of the clip, if it says it as it has to. */
export function clipAssertionOf({ assertions }: Manifest): ClipAssertion | undefined {
  const said = assertions.get(CLIP_ASSERTION)
  const read = v.safeParse(ClipAssertion, said instanceof Map ? Object.fromEntries(said) : said)
  return read.success ? read.output : undefined
}

/** Whether a box is of that type of C2PA. */
export function isOfType(box: SuperBox, four: string): boolean {
  return box.type === new TextEncoder().encode(four).toHex() + OF_C2PA
}

/** What the claim names, each by its hash; nothing where a box is not named, or named and not there. */
async function assertionsOf(
  store: SuperBox,
  claim: unknown,
  manifest: string,
): Promise<ReadonlyMap<string, unknown> | undefined> {
  const here = `self#jumbf=/c2pa/${manifest}/`
  const named = ['assertions', 'created_assertions', 'gathered_assertions'].flatMap((list) =>
    listOf(within(claim, list)),
  )
  const isOurs =
    within(claim, 'signature') === `${here}c2pa.signature` && within(claim, 'alg') === 'sha256'
  if (!isOurs || named.length !== store.inside.length) return undefined
  const read = new Map<string, unknown>()
  for (const box of store.inside) {
    const label = isSuperBox(box) ? box.label : ''
    const url = `c2pa.assertions/${label}`
    const names = named.filter((one) =>
      [`self#jumbf=${url}`, here + url].includes(String(within(one, 'url'))),
    )
    // oxlint-disable-next-line no-await-in-loop -- each is hashed only where the one before fits
    const fits = isSuperBox(box) && names.length === 1 && (await isHashOf(names[0], box))
    if (!fits || read.has(label)) return undefined
    read.set(label, contentOf(box))
  }
  return read
}

async function isHashOf(named: unknown, box: SuperBox): Promise<boolean> {
  const hash = bytesOf(within(named, 'hash'))
  const algorithm = within(named, 'alg') ?? 'sha256'
  return algorithm === 'sha256' && hash?.toHex() === (await sha256(box.body)).toHex()
}

/** CBOR or JSON, read; anything else is what it is, and its hash holds it. */
function contentOf(box: SuperBox): unknown {
  const [only, ...others] = box.inside
  if (!only || isSuperBox(only) || others.length > 0) return undefined
  if (only.four === 'cbor') return readCbor(only.body)
  return only.four === 'json' ? readJson(only) : undefined
}

function readJson({ body }: ContentBox): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

function childOf(box: SuperBox, four: string, label: string): SuperBox | undefined {
  const superBoxes = box.inside.filter((child) => isSuperBox(child))
  return superBoxes.find((child) => child.label === label && isOfType(child, four))
}

function onlyCbor(box: SuperBox | undefined): Bytes | undefined {
  const [only, ...others] = box?.inside ?? []
  const isCbor = only && !isSuperBox(only) && only.four === 'cbor' && others.length === 0
  return isCbor ? only.body : undefined
}
