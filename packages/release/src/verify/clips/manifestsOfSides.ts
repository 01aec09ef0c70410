import type { Bytes } from '@parley/protocol'
import type { Party } from '../../documents/party.ts'
import { isBoundTo } from '../manifests/binding.ts'
import { isIssuedBy } from '../manifests/certificate.ts'
import { clipAssertionOf, type Manifest } from '../manifests/manifest.ts'
import type { Stretch } from '../media/stretch.ts'
import { signedAs } from '../publications/signedAs.ts'
import { sidesOf } from '../publications/sidesOf.ts'
import { notProven, type NotProven, type ProvenVersion } from '../verdict.ts'

/** A file with manifests in it, which were read. */
export type WithManifests = {
  readonly bytes: Bytes
  readonly stretches: readonly Stretch[]
  readonly manifests: readonly Manifest[]
}

/** What the manifests of a file are not: one of each side of that clip, by a key that its seal vouches for, and of that file. */
export async function faultOfManifests(
  file: WithManifests,
  clip: ProvenVersion,
): Promise<NotProven | undefined> {
  const sides = sidesOf(clip)
  const had: Party[] = []
  for (const [at, manifest] of file.manifests.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- none is looked at after one that is at fault
    const side = await issuerOf(manifest, sides)
    const place = at + 1
    if (!side) return notProven('unknown-certificate', { place })
    if (had.includes(side)) return notProven('second-signature', { place, side: side.name })
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const fault = await faultOfAssertion(manifest, { side, clip })
    if (fault) return notProven(fault, { place, side: side.name })
    had.push(side)
  }
  const missing = sides.find((side) => !had.includes(side))
  if (missing) return notProven('missing-manifest', { side: missing.name })
  const active = file.manifests.at(-1)
  const isBound = active && (await isBoundTo(active, file))
  return isBound ? undefined : notProven('altered-manifest', { place: file.manifests.length })
}

async function issuerOf(
  { certificate }: Manifest,
  sides: readonly Party[],
): Promise<Party | undefined> {
  const issued = await Promise.all(sides.map(({ seal }) => isIssuedBy(certificate, seal)))
  return sides[issued.indexOf(true)]
}

/** It says that this side signed this clip, and has its signature with it. */
async function faultOfAssertion(
  manifest: Manifest,
  { side, clip }: { side: Party; clip: ProvenVersion },
): Promise<NotProven['because'] | undefined> {
  const said = clipAssertionOf(manifest)
  if (!said || said.clip !== clip.hash) return 'other-clip'
  const signed = await signedAs(said.jws)
  const isIts = signed.is === 'signed' && signed.hash === clip.hash && signed.by.side === side.side
  return isIts ? undefined : 'bad-signature'
}
