import type { Hash } from '@parley/protocol'
import type { SignedEntry } from '@parley/seal'

/** The entries that one names: that of its signer before it, and the newest of somebody else that its signer had read. */
export function namedBy({ entry }: SignedEntry): Hash[] {
  return [entry.previous, entry.heard].filter((hash) => hash !== null)
}

/**
 * The one order of these entries: each after those it names, and of those that may come next the one that
 * says the earlier time, then the one whose hash sorts first. In whatever order they came, it is the same.
 */
export function inOrder<E extends SignedEntry>(entries: readonly E[]): E[] {
  const all = new Map(entries.map((one) => [one.hash, one]))
  const awaited = new Map<Hash, number>()
  const after = new Map<Hash, E[]>()
  const ready: E[] = []
  for (const one of all.values()) {
    const named = new Set(namedBy(one).filter((hash) => all.has(hash)))
    awaited.set(one.hash, named.size)
    if (named.size === 0) push(ready, one)
    for (const hash of named) after.set(hash, [...(after.get(hash) ?? []), one])
  }
  const ordered: E[] = []
  for (let next = pop(ready); next; next = pop(ready)) {
    ordered.push(next)
    for (const one of after.get(next.hash) ?? []) {
      const left = (awaited.get(one.hash) ?? 0) - 1
      awaited.set(one.hash, left)
      if (left === 0) push(ready, one)
    }
  }
  return ordered
}

/** Those that no other names: whoever has them and all that they name has the whole record. */
export function tipsOf(entries: readonly SignedEntry[]): Hash[] {
  const named = new Set(entries.flatMap(namedBy))
  return entries
    .map(({ hash }) => hash)
    .filter((hash) => !named.has(hash))
    .toSorted()
}

/** These and all that they name, and so on: as far as they are there. */
export function behind<E extends SignedEntry>(
  tips: readonly Hash[],
  entries: ReadonlyMap<Hash, E>,
): E[] {
  const found = new Map<Hash, E>()
  const open = [...tips]
  for (let hash = open.pop(); hash; hash = open.pop()) {
    const one = entries.get(hash)
    if (!one || found.has(hash)) continue
    found.set(hash, one)
    open.push(...namedBy(one))
  }
  return [...found.values()]
}

function comesBefore(a: SignedEntry, b: SignedEntry): boolean {
  return a.entry.at - b.entry.at < 0 || (a.entry.at === b.entry.at && a.hash < b.hash)
}

/** A heap, the first on top. */
function push<E extends SignedEntry>(heap: E[], one: E): void {
  let at = heap.push(one) - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (!comesBefore(one, heap[above] as E)) break
    heap[at] = heap[above] as E
    at = above
  }
  heap[at] = one
}

function pop<E extends SignedEntry>(heap: E[]): E | undefined {
  const [top] = heap
  const last = heap.pop()
  if (!last || heap.length === 0) return top
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    const right = left + 1
    if (left >= heap.length) break
    const isRight = right < heap.length && comesBefore(heap[right] as E, heap[left] as E)
    const below = isRight ? right : left
    if (!comesBefore(heap[below] as E, last)) break
    heap[at] = heap[below] as E
    at = below
  }
  heap[at] = last
  return top
}
