import type { KeyStore, Shelf } from '@parley/client'

/** Keys of a demonstration: they end with it. */
export function inMemory(): KeyStore {
  return { seats: shelf(), desks: shelf(), seals: shelf(), waiting: shelf(), remembered: shelf() }
}

function shelf<T>(): Shelf<T> {
  const kept = new Map<string, T>()
  return {
    read: async (name) => kept.get(name),
    write: async (name, value) => void kept.set(name, value),
    async change(name, next) {
      const value = next(kept.get(name))
      kept.set(name, value)
      return value
    },
    remove: async (name) => void kept.delete(name),
    all: async () => [...kept.values()],
  }
}
