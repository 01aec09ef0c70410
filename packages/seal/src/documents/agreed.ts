import type { CompactJws, Hash, PublicKey, SideId } from '@parley/protocol'

/** What agreement asks of a signature, whatever the document. The signature was verified against `seal`. */
export type Signed<T extends { version: number; previous: Hash | null }> = {
  readonly payload: T
  readonly signer: SideId
  readonly seal: PublicKey
  readonly jws: CompactJws
  readonly hash: Hash
}

/** A version that every side it needs signed over the same bytes. */
export type Agreed<T> = {
  readonly payload: T
  readonly version: number
  readonly hash: Hash
  /** One for each side it needs, in their order. */
  readonly signatures: readonly CompactJws[]
}

/**
 * The agreed versions of one kind that led to the highest, oldest first. Each replaces the one before
 * it and says so: drafts that not every side signed leave gaps and count for nothing. `needs` are the
 * seals that must have signed, by side.
 */
export function agreedVersions<T extends { version: number; previous: Hash | null }>(
  signatures: readonly Signed<T>[],
  needs: (payload: T) => ReadonlyMap<SideId, PublicKey>,
): Agreed<T>[] {
  const paths = new Map<Hash, Agreed<T>[]>()
  let highest: Agreed<T>[] = []
  for (const agreed of fullySigned(signatures, needs)) {
    const { previous } = agreed.payload
    const before = previous === null ? [] : paths.get(previous)
    if (!before || agreed.version <= (before.at(-1)?.version ?? 0)) continue
    const path = [...before, agreed]
    paths.set(agreed.hash, path)
    if (agreed.version > (highest.at(-1)?.version ?? 0)) highest = path
  }
  return highest
}

/** The agreed version: the highest one. */
export function agreedVersion<T extends { version: number; previous: Hash | null }>(
  signatures: readonly Signed<T>[],
  needs: (payload: T) => ReadonlyMap<SideId, PublicKey>,
): Agreed<T> | undefined {
  return agreedVersions(signatures, needs).at(-1)
}

/** Every version that all it needs have signed over the same bytes, lowest first, whatever it replaces. */
export function fullySigned<T extends { version: number; previous: Hash | null }>(
  signatures: readonly Signed<T>[],
  needs: (payload: T) => ReadonlyMap<SideId, PublicKey>,
): Agreed<T>[] {
  const byHash = Map.groupBy(signatures, ({ hash }) => hash)
  return [...byHash.values()]
    .flatMap((same) => {
      const [first] = same
      if (!first) return []
      const needed = [...needs(first.payload)]
      const found = needed.flatMap(([side, seal]) =>
        same.filter((one) => one.signer === side && one.seal === seal).slice(0, 1),
      )
      if (needed.length === 0 || found.length < needed.length) return []
      const { payload, hash } = first
      return [{ payload, version: payload.version, hash, signatures: found.map(({ jws }) => jws) }]
    })
    .toSorted((a, b) => a.version - b.version || (a.hash < b.hash ? -1 : 1))
}
