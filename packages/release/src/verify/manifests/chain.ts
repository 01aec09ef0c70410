import type { Bytes } from '@parley/protocol'
import { bytesOf, within } from './cbor.ts'
import { isSuperBox, readSuperBox } from './jumbf.ts'
import { isOfType, readManifest, type Manifest } from './manifest.ts'

/** The manifests of a store, first to last, or the place, from 1, of the first that is not as it was signed. */
export type Chain = {
  readonly manifests: readonly Manifest[]
  readonly alteredAt: number | undefined
}

/** Manifests in one store: one of each side. */
const MOST_MANIFESTS = 31

/**
 * Reads a manifest store in which each manifest is on top of the one before, and names it by its hash. The last is
 * the active one.
 */
export async function readChain(store: Bytes): Promise<Chain> {
  const box = readSuperBox(store)
  const isStore = box?.label === 'c2pa' && isOfType(box, 'c2pa')
  const boxes = isStore ? box.inside : []
  const manifests: Manifest[] = []
  if (boxes.length === 0 || boxes.length > MOST_MANIFESTS) return { manifests, alteredAt: 1 }
  for (const [place, inside] of boxes.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- each names the one before
    const manifest = isSuperBox(inside) ? await readManifest(inside) : undefined
    if (!manifest || !isOnTopOf(manifest, manifests.at(-1)))
      return { manifests, alteredAt: place + 1 }
    manifests.push(manifest)
  }
  return { manifests, alteredAt: undefined }
}

/** Whether it names that one, or none, as what it was made from. */
function isOnTopOf({ assertions }: Manifest, before: Manifest | undefined): boolean {
  const parents = [...assertions]
    .filter(([label, said]) => label.startsWith('c2pa.ingredient') && isParent(said))
    .map(([, said]) => within(said, 'activeManifest') ?? within(said, 'c2pa_manifest'))
    .filter((named) => named !== undefined)
  const [parent, ...others] = parents
  if (!before) return parents.length === 0
  const names = within(parent, 'url') === `self#jumbf=/c2pa/${before.label}`
  const hash = bytesOf(within(parent, 'hash'))?.toHex()
  return others.length === 0 && names && hash === before.hash.toHex()
}

function isParent(said: unknown): boolean {
  return within(said, 'relationship') === 'parentOf'
}
