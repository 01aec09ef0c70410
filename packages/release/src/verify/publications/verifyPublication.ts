import type { Bytes } from '@parley/protocol'
import {
  notProven,
  type NotProven,
  type ProvenPublication,
  type ProvenVersion,
  type Unproven,
} from '../verdict.ts'
import { readPublication, type Publication } from './readPublication.ts'
import { sidesOf, signersOf } from './sidesOf.ts'
import { verifyVersion } from './verifyVersion.ts'

/** A joint line is read where it stands, in the readouts of those who agreed to it, and a record as a desk saved it. */
const NAMES_NO_SIDES = /^(joint\/|record$)/

/** Whether a publication file is what it says: each version signed by each side it needs, and each after the one before. */
export async function verifyPublication(bytes: Bytes): Promise<ProvenPublication | NotProven> {
  const read = readPublication(bytes)
  if ('is' in read) return read
  if (NAMES_NO_SIDES.test(read.item)) return notProven('names-no-sides', { item: read.item })
  const versions = await versionsOf(read)
  if ('is' in versions) return { ...versions, where: { item: read.item, ...versions.where } }
  const newest = versions.at(-1)
  if (!newest) return notProven('wrong-field', { field: 'versions' })
  return {
    is: 'proven',
    of: 'publication',
    item: read.item,
    call: newest.payload.call,
    signers: await signersOf(newest),
    versions,
    unproven: unprovenOf(newest),
  }
}

async function versionsOf({
  item,
  versions,
}: Publication): Promise<readonly ProvenVersion[] | NotProven> {
  const proven: ProvenVersion[] = []
  for (const signatures of versions) {
    // oxlint-disable-next-line no-await-in-loop -- none is looked at after one that is not proven
    const version = await verifyVersion(signatures)
    if (version.is === 'not-proven') return version
    const fault = faultOf(version, { item, before: proven.at(-1) })
    if (fault) return notProven(fault, { version: version.version })
    proven.push(version)
  }
  return proven
}

/** What a version is not, of that item and after that one. */
function faultOf(
  version: ProvenVersion,
  { item, before }: { item: string; before: ProvenVersion | undefined },
): NotProven['because'] | undefined {
  const { kind, previous, call } = version.payload
  if (kind !== item) return 'other-item'
  if (!before) return previous === null ? undefined : 'broken-chain'
  if (call !== before.payload.call) return 'other-call'
  if (previous !== before.hash || version.version <= before.version) return 'broken-chain'
  return sealsOf(version) === sealsOf(before) ? undefined : 'other-seals'
}

function sealsOf(version: ProvenVersion): string {
  const seals = sidesOf(version).map(({ side, seal }) => `${side} ${seal}`)
  return seals.toSorted().join(', ')
}

function unprovenOf(newest: ProvenVersion): readonly Unproven[] {
  const always = ['whose-seal', 'truth', 'times', 'left-out'] as const
  if (newest.is === 'clip') return [...always, 'files']
  if (newest.is !== 'readout') return always
  const { translations, body } = newest.payload
  const isJoint = body.some((block) => block.is === 'paragraph' && block.joint !== undefined)
  return [
    ...always,
    ...(translations.length > 0 ? (['translations'] as const) : []),
    ...(isJoint ? (['joint-lines'] as const) : []),
  ]
}
