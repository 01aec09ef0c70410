import type { KeyStore, Shelf } from '@parley/client'

/** A browser profile's store that lasts as long as the test. What it gives back is a copy, as from a database. */
export function memoryKeyStore(): KeyStore {
  return {
    seats: memoryShelf(),
    desks: memoryShelf(),
    seals: memoryShelf(),
    waiting: memoryShelf(),
    remembered: memoryShelf(),
  }
}

function memoryShelf<T>(): Shelf<T> {
  const values = new Map<string, T>()
  return {
    read: async (name) => structuredClone(values.get(name)),
    write: async (name, value) => void values.set(name, structuredClone(value)),
    async change(name, next) {
      const value = next(structuredClone(values.get(name)))
      values.set(name, structuredClone(value))
      return value
    },
    remove: async (name) => void values.delete(name),
    all: async () => structuredClone([...values.values()]),
  }
}
