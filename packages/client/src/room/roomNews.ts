import type { Clock, EpochCause, Seated } from '@parley/call'
import type { LeafIndex } from '@parley/protocol'
import { epochOf, ownLeafOf, rosterOf, type Room } from '@parley/group'
import type { Lists } from '@parley/seal'
import type { HeardTexts } from './heardTexts.ts'
import { mediaEpochOf, membersOf } from './membersOf.ts'
import type { RoomEvent } from './roomSession.ts'

/** Larger: what is kept back at first is not missed. Smaller: work beside one's way in. */
const TEXTS_AFTER_MS = 10_000

/** What happens in a room, told to whoever listens; who is held is told when it changes. */
export class RoomNews {
  readonly #clock: Clock
  readonly #lists: () => Lists
  readonly #hearers = new Set<(event: RoomEvent) => void>()
  #texts: HeardTexts | undefined
  #textsDue: Disposable | undefined
  #seated: readonly Seated[] = []
  #standing = ''

  constructor({ clock, lists }: { clock: Clock; lists: () => Lists }) {
    this.#clock = clock
    this.#lists = lists
  }

  listen(hear: (event: RoomEvent) => void): Disposable {
    this.#hearers.add(hear)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  tell(event: RoomEvent): void {
    for (const hear of this.#hearers) hear(event)
    if (event.type === 'word' && this.#texts?.hear(event.heard))
      this.tell({ type: 'text-missed', from: event.heard.from })
  }

  /** One would come to sit in it. */
  async tellExpected(room: Room): Promise<void> {
    const { leaf } = ownLeafOf(room)
    const members = await this.#members(room)
    const others = members.filter((one) => one.leaf !== leaf && one.heldFor === undefined)
    this.tell({ type: 'expected', identities: others.map(({ identity }) => identity) })
  }

  /** One sits in it now. */
  async tellEntered(room: Room): Promise<void> {
    const { leaf, leafKey, side } = ownLeafOf(room)
    const others = rosterOf(room).filter((other) => other.leaf !== leaf)
    const isOwnSideThere = others.some((other) => other.side === side)
    const mustHear = others.length === 0 ? 'nobody' : isOwnSideThere ? 'own-side' : 'anyone'
    this.tell({ type: 'entered', leaf, leafKey, epoch: epochOf(room), mustHear })
    this.#texts = undefined
    this.#textsDue?.[Symbol.dispose]()
    this.#textsDue = this.#clock.after(TEXTS_AFTER_MS, () => {
      this.#followTexts().catch(() => undefined)
    })
    await this.tellEpoch(room, 'join', leaf)
  }

  async tellEpoch(room: Room, cause: EpochCause, renewed: LeafIndex | undefined): Promise<void> {
    const members = await this.#members(room)
    this.#standing = JSON.stringify(members)
    this.#seated = members
    this.#texts?.seat(members)
    const epoch = await mediaEpochOf(room, { members, cause })
    this.tell({ type: 'epoch', epoch, members, renewed })
  }

  /** Nothing, if the lists and the clock changed nobody's standing. */
  async tellStanding(room: Room): Promise<void> {
    const members = await this.#members(room)
    const standing = JSON.stringify(members)
    if (standing === this.#standing) return
    this.#standing = standing
    this.tell({ type: 'standing-changed', members })
  }

  /** Nobody hears more. */
  [Symbol.dispose](): void {
    this.#hearers.clear()
    this.#textsDue?.[Symbol.dispose]()
  }

  async #followTexts(): Promise<void> {
    const { HeardTexts } = await import('./heardTexts.ts')
    this.#texts = new HeardTexts()
    this.#texts.seat(this.#seated)
  }

  async #members(room: Room): Promise<readonly Seated[]> {
    return membersOf(room, { lists: this.#lists(), nowMs: this.#clock.nowMs() })
  }
}
