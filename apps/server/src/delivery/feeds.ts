import { Feed, type FeedStore } from './feed.ts'

/** The feeds that somebody follows. */
export class Feeds<T extends { number: number }> {
  readonly #feeds = new Map<string, Feed<T>>()
  readonly #failed: (error: unknown) => void

  /** `failed` hears of what stopped a feed; it goes on when it is woken again. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed
  }

  /** The feed of that name, made if it is not there. */
  open(name: string, store: FeedStore<T>): Feed<T> {
    const feed = this.#feeds.get(name) ?? new Feed(store, this.#failed)
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
