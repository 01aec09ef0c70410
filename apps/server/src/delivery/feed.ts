import { SerialQueue } from '../serialQueue.ts'

type Numbered = { number: number }
type Follower<T> = (entry: T) => void

/** Where the numbered entries of a feed lie. */
export type FeedStore<T extends Numbered> = {
  last(): Promise<number>
  /** The next after that number, in order; empty at the end. */
  after(number: number): Promise<T[]>
}

/**
 * Gives each follower all entries after its number, in order and once, whatever other server wrote
 * them: the database is read, and news only says when.
 */
export class Feed<T extends Numbered> {
  readonly #store: FeedStore<T>
  readonly #queue = new SerialQueue()
  readonly #followers = new Map<string, Follower<T>>()
  #last = 0

  constructor(store: FeedStore<T>) {
    this.#store = store
  }

  get isFollowed(): boolean {
    return this.#followers.size > 0
  }

  /** Sends what is there, then all that comes. Resolves with the last number sent or known. */
  async follow(
    { id, after, send }: { id: string; after: number; send: Follower<T> },
    gone: AbortSignal,
  ): Promise<number> {
    return this.#queue.run(async () => {
      if (this.isFollowed) await this.#catchUp()
      else this.#last = await this.#store.last()
      await this.#read({ after, upTo: this.#last, send })
      if (!gone.aborted) this.#followers.set(id, send)
      return this.#last
    })
  }

  unfollow(id: string): void {
    this.#followers.delete(id)
  }

  /** Something is new: this entry, if it is at hand, or whatever the database has. */
  async wake(entry?: T): Promise<void> {
    return this.#queue.run(async () => {
      if (!this.isFollowed) return
      if (entry?.number === this.#last + 1) this.#give(entry)
      else await this.#catchUp()
    })
  }

  async #catchUp(): Promise<void> {
    await this.#read({ after: this.#last, send: (entry) => this.#give(entry) })
  }

  #give(entry: T): void {
    if (entry.number <= this.#last) return
    this.#last = entry.number
    for (const send of this.#followers.values()) send(entry)
  }

  async #read({
    after,
    upTo = Infinity,
    send,
  }: {
    after: number
    upTo?: number
    send: Follower<T>
  }): Promise<void> {
    let from = after
    while (from < upTo) {
      const entries = await this.#store.after(from)
      const wanted = entries.filter(({ number }) => number <= upTo)
      for (const entry of wanted) send(entry)
      const last = wanted.at(-1)
      if (!last) return
      from = last.number
    }
  }
}

/** The feeds that somebody follows. */
export class Feeds<T extends Numbered> {
  readonly #feeds = new Map<string, Feed<T>>()

  /** The feed of that name, made if it is not there. */
  open(name: string, store: FeedStore<T>): Feed<T> {
    const feed = this.#feeds.get(name) ?? new Feed(store)
    this.#feeds.set(name, feed)
    return feed
  }

  /** Says that there is something new; nobody may be following. */
  async wake(name: string, entry?: T): Promise<void> {
    await this.#feeds.get(name)?.wake(entry)
  }

  async wakeAll(): Promise<void> {
    await Promise.all([...this.#feeds.values()].map((feed) => feed.wake()))
  }

  /** Takes that follower out of one feed. */
  unfollow(name: string, id: string): void {
    this.#feeds.get(name)?.unfollow(id)
  }

  /** Takes that follower out of all feeds, and lets go of those that nobody follows. */
  drop(id: string): void {
    for (const [name, feed] of this.#feeds) {
      feed.unfollow(id)
      if (!feed.isFollowed) this.#feeds.delete(name)
    }
  }
}
