import type { RemovedBecause } from '@parley/call'
import type { RoomEvent, RoomSession, Word } from '@parley/client'
import { PLENARY, PublicKey, type LeafIndex } from '@parley/protocol'
import * as v from 'valibot'

/** The key of the leaf that waits outside a room without a log. */
export const PREPARED_LEAF = v.parse(PublicKey, 'A'.repeat(43))

/** A room without a log: remembers what was said, and lets a test say what happens. */
export class FakeRoom implements RoomSession {
  readonly room = PLENARY
  readonly said: Word[] = []
  readonly removed: { leaves: readonly LeafIndex[]; because: RemovedBecause }[] = []
  joins = 0
  isLineLost = false
  /** What is said goes nowhere, and no answer comes. */
  isLineDead = false
  isDisposed = false
  readonly #hearers = new Set<(event: RoomEvent) => void>()

  /** What the room would tell. */
  tell(event: RoomEvent): void {
    for (const hear of this.#hearers) hear(event)
  }

  listen(hear: (event: RoomEvent) => void): Disposable {
    this.#hearers.add(hear)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  async prepare(): Promise<PublicKey> {
    return PREPARED_LEAF
  }

  async join(): Promise<void> {
    this.joins++
  }

  async say(word: Word): Promise<void> {
    if (this.isLineLost) throw new Error('The line is lost')
    if (this.isLineDead) await new Promise<never>(() => undefined)
    this.said.push(word)
  }

  farewell(): void {
    this.said.push({ word: 'leave' })
  }

  async remove(leaves: readonly LeafIndex[], because: RemovedBecause): Promise<void> {
    this.removed.push({ leaves, because })
  }

  async refresh(): Promise<void> {}

  reconsider(): void {}

  async [Symbol.asyncDispose](): Promise<void> {
    this.isDisposed = true
    this.#hearers.clear()
  }
}
