import { SerialQueue } from '../serialQueue.ts'

type Numbered = { number: number }

/** Who reads a feed. */
export type Reader<T> = {
  id: string
  /** The number after which it reads. */
  after: number
  send(entry: T): void
  /** Nothing if more may be sent; otherwise resolves when that is so, or the reader is gone. */
  backlog(): Promise<void> | undefined
  /** Aborts when the reader is gone. */
  gone: AbortSignal
}

type Follower<T> = Reader<T> & {
  /** The last number it was sent, or need not be. */
  at: number
  /** A level one is sent what is new at once; another is being brought up from the database. */
  isLevel: boolean
  isBroughtUp: boolean
}

/** Where the numbered entries of a feed lie. */
export type FeedStore<T extends Numbered> = {
  last(): Promise<number>
  /** The next after that number, in order, a batch at once; empty at the end. */
  after(number: number): Promise<T[]>
}

/**
 * Gives each follower all entries after its number, in order and once, whatever other server wrote
 * them: the database is read, and news only says when. A follower that reads slowly holds up nobody.
 */
export class Feed<T extends Numbered> {
  readonly #store: FeedStore<T>
  readonly #failed: (error: unknown) => void
  readonly #queue = new SerialQueue()
  readonly #followers = new Map<string, Follower<T>>()
  /** All up to it was given to those that are level. */
  #last = 0

  constructor(store: FeedStore<T>, failed: (error: unknown) => void) {
    this.#store = store
    this.#failed = failed
  }

  get isFollowed(): boolean {
    return this.#followers.size > 0
  }

  /** Sends what is there, and from then on all that comes. Resolves with the last number sent or known. */
  async follow(reader: Reader<T>): Promise<number> {
    const follower = { ...reader, at: reader.after, isLevel: false, isBroughtUp: true }
    this.#followers.set(reader.id, follower)
    const last = await this.#store.last()
    follower.at = Math.min(reader.after, last)
    if (!this.#hasLevel) this.#last = Math.max(this.#last, last)
    await this.#bringUp(follower)
    return Math.max(follower.at, last)
  }

  unfollow(id: string): void {
    this.#followers.delete(id)
  }

  /** Something is new: this entry, if it is at hand, or whatever the database has. */
  async wake(entry?: T): Promise<void> {
    await this.#queue
      .run(async () => {
        if (!this.isFollowed) return
        if (entry?.number === this.#last + 1) this.#give(entry)
        else await this.#catchUp()
        for (const follower of this.#followers.values()) this.#bringUpSoon(follower)
      })
      .catch(this.#failed)
  }

  get #hasLevel(): boolean {
    return [...this.#followers.values()].some(({ isLevel }) => isLevel)
  }

  async #catchUp(): Promise<void> {
    if (!this.#hasLevel) this.#last = Math.max(this.#last, await this.#store.last())
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one batch after the other
      const entries = await this.#store.after(this.#last)
      for (const entry of entries) this.#give(entry)
      if (entries.length === 0) return
    }
  }

  #give(entry: T): void {
    if (entry.number <= this.#last) return
    this.#last = entry.number
    for (const follower of this.#followers.values()) {
      if (follower.isLevel && follower.backlog()) follower.isLevel = false
      if (follower.isLevel) send(follower, entry)
      else this.#bringUpSoon(follower)
    }
  }

  #bringUpSoon(follower: Follower<T>): void {
    if (follower.isLevel || follower.isBroughtUp) return
    follower.isBroughtUp = true
    void this.#bringUp(follower).catch(this.#failed)
  }

  /** Until nothing is left that it was not sent, and nothing was given to the others while that was looked up. */
  async #bringUp(follower: Follower<T>): Promise<void> {
    try {
      while (this.#followers.get(follower.id) === follower && !follower.gone.aborted) {
        // oxlint-disable-next-line no-await-in-loop -- as fast as it reads
        await follower.backlog()
        const known = this.#last
        // oxlint-disable-next-line no-await-in-loop -- one batch after the other
        const entries = await this.#store.after(follower.at)
        for (const entry of entries) send(follower, entry)
        if (entries.length > 0 || this.#last !== known) continue
        if (!this.#hasLevel) this.#last = Math.max(this.#last, follower.at)
        follower.at = Math.max(follower.at, known)
        follower.isLevel = true
        return
      }
    } finally {
      follower.isBroughtUp = false
    }
  }
}

function send<T extends Numbered>(follower: Follower<T>, entry: T): void {
  if (entry.number <= follower.at) return
  follower.at = entry.number
  follower.send(entry)
}
