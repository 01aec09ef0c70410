import type { Clock } from '@parley/call'
import {
  followJoin,
  generateLeafKey,
  type EnvelopeTo,
  type Joining,
  type LeafKey,
  type Me,
  type Opened,
  type Room,
  type RoomTerms,
} from '@parley/group'
import { Refusal, type PublicKey } from '@parley/protocol'
import { ConnectionLost, type Connection } from '../connection.ts'
import { pause } from '../tools/pause.ts'
import { joinOnce, prepareEntry } from './joinOnce.ts'
import { Readiness, type Ready } from './readiness.ts'

/** What getting in asks of the room it leads to. */
export type Door = {
  /** Lets go of a place that one had before. */
  leave(): Promise<void>
  /** Reads the log from there on. */
  follow(after: number): Promise<void>
  /** A joining commit is ready; this is the room it would bring. */
  expect(room: Room): Promise<void>
  /** One's founding is in the log, at that number. */
  found(room: Room, at: number): Promise<void>
  /** One's joining commit is the first valid one of its epoch. Called for an entry of the log, as it is read. */
  enter(room: Room): Promise<void>
  /** An attempt came to nothing, for that reason. */
  tellVoid(code: string): void
}

type EnteringParts = {
  connection: Connection
  clock: Clock
  terms: RoomTerms
  envelope: EnvelopeTo
  /** Made anew for each attempt: the proof and the time move on. */
  me: () => Me
}

type Settled = 'entered' | 'lost'

/** How long a joining commit may take to come back. Larger: a lost one is noticed later. Smaller: slow logs are given up. */
const COMMIT_BACK_MS = 5000
/** The pause before another attempt to enter, jittered. */
const AGAIN_MS = 200
/** What it grows to while attempts come to nothing. Larger: one who could enter waits. Smaller: the server's limits are used up in vain. */
const AGAIN_AT_MOST_MS = 6000
/** How often one who waits outside looks whether there is a group now. */
const LOOK_EVERY_MS = 3000

/** The way into a room: attempt after attempt, until the log has taken one's founding or joining commit. */
export class Entering {
  readonly #parts: EnteringParts
  readonly #door: Door
  #joining: { joining: Joining; settle: (is: Settled) => void } | undefined
  readonly #readiness = new Readiness(() => this.#makeReady())
  #isUnderWay = false
  /** Set while one waits outside, and until the leaf it is for is in the room. */
  #leafKey: LeafKey | undefined
  #looking: Disposable | undefined
  /** Joining commits since somebody was last heard: each tries another group that verifies. */
  #unanswered = 0

  constructor(parts: EnteringParts, door: Door) {
    this.#parts = parts
    this.#door = door
  }

  /** The key of the leaf that will enter, once one waits outside. */
  get leafKey(): LeafKey | undefined {
    return this.#leafKey
  }

  /** Waits outside: follows the log, and keeps ready what the way in takes. */
  async prepare(): Promise<PublicKey> {
    const leafKey = await generateLeafKey()
    this.#leafKey = leafKey
    this.#look()
    return leafKey.publicKey
  }

  /** The line is back, or one's own documents moved on: what is ready is for how it was before. */
  renew(): void {
    if (this.#isOutside) this.#readiness.renew()
  }

  [Symbol.dispose](): void {
    this.#looking?.[Symbol.dispose]()
    this.#looking = undefined
  }

  /** Tries until it is in, or `isOver`. One that is under way goes on. */
  async untilIn(isOver: () => boolean): Promise<void> {
    if (this.#isUnderWay) return
    this.#isUnderWay = true
    this[Symbol.dispose]()
    try {
      for (let pauseMs = AGAIN_MS; !isOver(); pauseMs = Math.min(2 * pauseMs, AGAIN_AT_MOST_MS)) {
        // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
        const came = await this.#tryOnce({ attempt: Math.max(0, this.#unanswered - 1), isOver })
        if (came === 'entered') return
        if (came === 'lost') pauseMs = AGAIN_MS
        // oxlint-disable-next-line no-await-in-loop -- likewise
        await pause(this.#parts.clock, pauseMs * (0.5 + Math.random()))
      }
    } finally {
      this.#isUnderWay = false
    }
  }

  /** The next entry of the log, read from outside: it may be one's own commit, or one that won. */
  async hear(entry: Opened): Promise<void> {
    if (!this.#joining)
      return entry.kind === 'message' || 'statement' in entry ? undefined : this.renew()
    const { joining, settle } = this.#joining
    const followed = await followJoin(joining, entry)
    if (followed.state !== 'waiting') this.#joining = undefined
    if (followed.state === 'entered') await this.#in(() => this.#door.enter(followed.room))
    if (followed.state === 'lost') this.#unanswered = 0
    if (followed.state !== 'waiting') settle(followed.state)
  }

  /** Somebody was heard in the epoch one brought: the group is no false one. */
  answered(): void {
    this.#unanswered = 0
  }

  async #tryOnce({
    attempt,
    isOver,
  }: {
    attempt: number
    isOver: () => boolean
  }): Promise<Settled | 'nowhere'> {
    const settled = Promise.withResolvers<Settled>()
    try {
      this.#joining = undefined
      await this.#door.leave()
      await this.#readiness.settled()
      const tried = await joinOnce({
        ...this.#parts,
        me: this.#me(),
        attempt,
        ready: this.#readiness.take(),
        isPassed: () => this.#joining === undefined,
        follow: async (after, joining) => {
          this.#joining = { joining, settle: settled.resolve }
          if (after !== undefined) await this.#door.follow(after)
          if (isOver()) throw new ConnectionLost('Nobody wants to enter any more')
        },
      })
      if (tried.is === 'void') this.#door.tellVoid(tried.code)
      if (tried.is === 'void' || tried.is === 'not-yet') return 'nowhere'
      if (tried.is === 'founded') {
        this.#joining = undefined
        await this.#in(() => this.#door.found(tried.room, tried.after))
        return 'entered'
      }
      const timer = this.#parts.clock.after(COMMIT_BACK_MS, () => settled.resolve('lost'))
      // Until somebody is heard in the epoch it brings, the group it was made for may be a false one.
      this.#unanswered++
      const is = await settled.promise
      timer[Symbol.dispose]()
      return is
    } catch (error) {
      // What it answers of the log is none.
      if (error instanceof Refusal && error.code === 'malformed') this.#door.tellVoid(error.code)
      return 'nowhere'
    }
  }

  get #isOutside(): boolean {
    return this.#leafKey !== undefined && this.#joining === undefined
  }

  #me(): Me {
    return { ...this.#parts.me(), leafKey: this.#leafKey }
  }

  /** The leaf that was made outside is in the room: the next one has a key of its own. */
  async #in(enter: () => Promise<void>): Promise<void> {
    this.#leafKey = undefined
    await enter()
  }

  #look(): void {
    if (!this.#readiness.isReady) this.#readiness.renew()
    this.#looking = this.#parts.clock.after(LOOK_EVERY_MS, () => this.#look())
  }

  async #makeReady(): Promise<Ready | undefined> {
    const ready = await prepareEntry({ ...this.#parts, me: this.#me() })
    if (!ready || !this.#isOutside) return undefined
    await this.#door.follow(ready.last)
    await this.#door.expect(ready.joining.room)
    return ready
  }
}
