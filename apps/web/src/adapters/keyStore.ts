import type { KeyStore, Shelf } from '@parley/client'
import { openDB, type DBSchema, type IDBPDatabase, type StoreNames } from 'idb'

type ValueOf<S> = S extends Shelf<infer T> ? T : never

interface Schema extends DBSchema {
  seats: { key: string; value: ValueOf<KeyStore['seats']> }
  desks: { key: string; value: ValueOf<KeyStore['desks']> }
  seals: { key: string; value: ValueOf<KeyStore['seals']> }
  remembered: { key: string; value: ValueOf<KeyStore['remembered']> }
  waiting: { key: string; value: ValueOf<KeyStore['waiting']> }
  asked: { key: string; value: ValueOf<KeyStore['asked']> }
  records: { key: string; value: ValueOf<KeyStore['records']> }
  unsaid: { key: string; value: ValueOf<KeyStore['unsaid']> }
  drafts: { key: string; value: ValueOf<KeyStore['drafts']> }
}

const SHELVES = [
  'seats',
  'desks',
  'seals',
  'remembered',
  'waiting',
  'asked',
  'records',
  'unsaid',
  'drafts',
] as const

/**
 * What this browser profile keeps, in IndexedDB: keys that cannot be extracted are cloned into it and
 * out of it as they are.
 */
export async function openKeyStore(): Promise<KeyStore> {
  const db = await openDB<Schema>('parley', 5, {
    upgrade(opened) {
      for (const name of SHELVES)
        if (!opened.objectStoreNames.contains(name)) opened.createObjectStore(name)
    },
  })
  return {
    seats: shelf(db, 'seats'),
    desks: shelf(db, 'desks'),
    seals: shelf(db, 'seals'),
    remembered: shelf(db, 'remembered'),
    waiting: shelf(db, 'waiting'),
    asked: shelf(db, 'asked'),
    records: shelf(db, 'records'),
    unsaid: shelf(db, 'unsaid'),
    drafts: shelf(db, 'drafts'),
  }
}

function shelf<N extends StoreNames<Schema>>(
  db: IDBPDatabase<Schema>,
  store: N,
): Shelf<Schema[N]['value']> {
  return {
    read: (name) => db.get(store, name),
    async write(name, value) {
      await db.put(store, value, name)
    },
    async change(name, next) {
      const { store: within, done } = db.transaction(store, 'readwrite')
      const value = next(await within.get(name))
      await Promise.all([within.put(value, name), done])
      return value
    },
    remove: (name) => db.delete(store, name),
    all: () => db.getAll(store),
  }
}
