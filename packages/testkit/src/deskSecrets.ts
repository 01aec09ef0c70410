import type { DeskRecord, KeyStore } from '@parley/client'

/** Every secret that desks ever kept, also those that they forgot when a link was spent. */
export class DeskSecrets {
  readonly #found = {
    callSecrets: new Map<string, Uint8Array>(),
    sideSecrets: new Map<string, Uint8Array>(),
    linkSecrets: new Map<string, Uint8Array>(),
  }

  /** A store whose desks are read as they are written. */
  keptIn(store: KeyStore): KeyStore {
    const { desks } = store
    return {
      ...store,
      desks: {
        ...desks,
        write: async (name, record) => {
          this.#read(record)
          await desks.write(name, record)
        },
        change: (name, next) =>
          desks.change(name, (before) => {
            const record = next(before)
            this.#read(record)
            return record
          }),
      },
    }
  }

  counts(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.#found).map(([of, { size }]) => [of, size]))
  }

  /** The bytes of each, and what it is. */
  all(): { of: string; bytes: Uint8Array }[] {
    return Object.entries(this.#found).flatMap(([of, found]) =>
      [...found.values()].map((bytes) => ({ of, bytes })),
    )
  }

  #read({ callSecret, sideSecret, links, invitations }: DeskRecord): void {
    keep(this.#found.callSecrets, callSecret)
    keep(this.#found.sideSecrets, sideSecret)
    for (const secret of [...Object.values(links), ...Object.values(invitations)])
      keep(this.#found.linkSecrets, secret)
  }
}

function keep(found: Map<string, Uint8Array>, secret: Uint8Array): void {
  found.set(secret.toHex(), secret.slice())
}
