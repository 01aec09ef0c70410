import type { Hash } from '@parley/protocol'
import { delegationKind, PLAN_KIND, type EntryEvent, type Signature } from '@parley/seal'
import type { DeskHands } from '../desk/deskHands.ts'

/** What a desk signs of plan and delegations from when its console was opened. */
export class OwnSignatures {
  readonly #hands: Pick<DeskHands, 'documents' | 'book' | 'clock'>
  readonly #known: Set<Hash>

  constructor(hands: Pick<DeskHands, 'documents' | 'book' | 'clock'>) {
    this.#hands = hands
    this.#known = new Set(this.#signed().map(({ hash }) => hash))
  }

  /** What it signed since it was last asked. */
  news(): EntryEvent[] {
    const fresh = this.#signed().filter(({ hash }) => !this.#known.has(hash))
    for (const { hash } of fresh) this.#known.add(hash)
    const at = this.#hands.clock.nowMs()
    return fresh.map(({ payload: { kind, version }, hash }) => {
      return { is: 'signed', at, kind, version, hash }
    })
  }

  #signed(): Signature[] {
    const { documents, book } = this.#hands
    const { side } = book.record
    const kinds = [...documents.documents.seals.keys()].map(delegationKind)
    return [PLAN_KIND, ...kinds].flatMap((kind) => documents.signedBy(side, kind))
  }
}
