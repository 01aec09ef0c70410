/** Larger: two waits with something to see between them count as one. Smaller: what is told of a wait goes and comes back where one screen hands it to the next. */
const BREAK_MS = 200

/** How long one has waited for the page without a break, whichever part of it one waits for. The first wait begins with the page's own clock. */
export class PageWait {
  #sinceMs = 0
  #endedMs: number | undefined

  /** How long it is, if one waits at that moment. */
  waitedMs(nowMs: number): number {
    const isAnother = this.#endedMs !== undefined && nowMs - this.#endedMs > BREAK_MS
    return isAnother ? 0 : nowMs - this.#sinceMs
  }

  begin(nowMs: number): void {
    this.#sinceMs = nowMs - this.waitedMs(nowMs)
    this.#endedMs = undefined
  }

  end(nowMs: number): void {
    this.#endedMs = nowMs
  }
}
