import type { KeyStore, Shelf } from '@parley/client'

/** A browser profile's store that ends with the process. What it gives back is a copy, as from a database. */
export function inMemory(): KeyStore {
  return {
    seats: shelf(),
    desks: shelf(),
    seals: shelf(),
    waiting: shelf(),
    asked: shelf(),
    drafts: shelf(),
    remembered: shelf(),
    records: shelf(),
    unsaid: shelf(),
  }
}

function shelf<T>(): Shelf<T> {
  const kept = new Map<string, T>()
  return {
    read: async (name) => structuredClone(kept.get(name)),
    write: async (name, value) => void kept.set(name, structuredClone(value)),
    async change(name, next) {
      const value = next(structuredClone(kept.get(name)))
      kept.set(name, structuredClone(value))
      return value
    },
    remove: async (name) => void kept.delete(name),
    all: async () => structuredClone([...kept.values()]),
  }
}
