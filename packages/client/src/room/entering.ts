import type { Clock } from '@parley/call'
import {
  followJoin,
  type EnvelopeTo,
  type Joining,
  type Me,
  type Opened,
  type Room,
  type RoomTerms,
} from '@parley/group'
import type { Connection } from '../connection.ts'
import { pause } from '../tools/pause.ts'
import { joinOnce } from './joinOnce.ts'

/** What getting in asks of the room it leads to. */
export type Door = {
  /** Lets go of a place that one had before. */
  leave(): void
  /** Reads the log from there on. */
  follow(after: number): Promise<void>
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

/** The way into a room: attempt after attempt, until the log has taken one's founding or joining commit. */
export class Entering {
  readonly #parts: EnteringParts
  readonly #door: Door
  #joining: { joining: Joining; settle: (is: Settled) => void } | undefined
  #isUnderWay = false
  /** Joining commits since somebody was last heard: each tries another group that verifies. */
  #unanswered = 0

  constructor(parts: EnteringParts, door: Door) {
    this.#parts = parts
    this.#door = door
  }

  /** Tries until it is in, or `isOver`. One that is under way goes on. */
  async untilIn(isOver: () => boolean): Promise<void> {
    if (this.#isUnderWay) return
    this.#isUnderWay = true
    try {
      while (!isOver()) {
        // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
        if (await this.#tryOnce(Math.max(0, this.#unanswered - 1))) return
        // oxlint-disable-next-line no-await-in-loop -- likewise
        await pause(this.#parts.clock, AGAIN_MS * (0.5 + Math.random()))
      }
    } finally {
      this.#isUnderWay = false
    }
  }

  /** The next entry of the log, read from outside: it may be one's own commit, or one that won. */
  async hear(entry: Opened): Promise<void> {
    if (!this.#joining) return
    const { joining, settle } = this.#joining
    const followed = await followJoin(joining, entry)
    if (followed.state !== 'waiting') this.#joining = undefined
    if (followed.state === 'entered') await this.#door.enter(followed.room)
    if (followed.state === 'lost') this.#unanswered = 0
    if (followed.state !== 'waiting') settle(followed.state)
  }

  /** Somebody was heard in the epoch one brought: the group is no false one. */
  answered(): void {
    this.#unanswered = 0
  }

  async #tryOnce(attempt: number): Promise<boolean> {
    this.#joining = undefined
    this.#door.leave()
    const settled = Promise.withResolvers<Settled>()
    try {
      const { me, ...parts } = this.#parts
      const tried = await joinOnce({
        ...parts,
        me: me(),
        attempt,
        follow: async (after, joining) => {
          this.#joining = { joining, settle: settled.resolve }
          await this.#door.follow(after)
        },
      })
      if (tried.is === 'not-yet') return false
      if (tried.is === 'void') {
        this.#door.tellVoid(tried.code)
        return false
      }
      if (tried.is === 'founded') {
        await this.#door.found(tried.room, tried.after)
        return true
      }
      const timer = this.#parts.clock.after(COMMIT_BACK_MS, () => settled.resolve('lost'))
      // Until somebody is heard in the epoch it brings, the group it was made for may be a false one.
      this.#unanswered++
      const is = await settled.promise
      timer[Symbol.dispose]()
      return is === 'entered'
    } catch {
      return false
    }
  }
}
