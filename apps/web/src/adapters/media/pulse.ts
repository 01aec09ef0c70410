/**
 * Nothing at all for so long is a lost line. Larger: one speaks unheard for longer without knowing.
 * Smaller: somebody alone, whose transport is tested every 2.5 s only, seems lost.
 */
export const QUIET_IS_LOST_MS = 4000

/** What came in over a transport so far, as any growing number. */
export type ReadTransport = () => Promise<number>

/**
 * Tells a dead line from a quiet one, seconds before the browser does: frames are a sign of life, and
 * where there are none, whatever else the transport received.
 */
export class Pulse {
  readonly #onQuiet: (sinceMs: number) => void
  readonly #onAlive: () => void
  readonly #read: ReadTransport
  #frames = 0
  #transport = 0
  #aliveAtMs: number | undefined

  constructor({
    read,
    onQuiet,
    onAlive,
  }: {
    read: ReadTransport
    onQuiet: (sinceMs: number) => void
    onAlive: () => void
  }) {
    this.#read = read
    this.#onQuiet = onQuiet
    this.#onAlive = onAlive
  }

  /** The last sign of life over this connection. */
  get aliveAtMs(): number | undefined {
    return this.#aliveAtMs
  }

  /** A new connection, or none: nothing is missed before something came. */
  renew(): void {
    this.#aliveAtMs = undefined
  }

  /** To be felt about once a second, with all frames that came in so far. */
  async feel(frames: number, nowMs: number): Promise<void> {
    const hasFrames = frames !== this.#frames
    this.#frames = frames
    if (hasFrames || (await this.#hasOther())) {
      this.#aliveAtMs = nowMs
      this.#onAlive()
    } else if (this.#aliveAtMs !== undefined && nowMs - this.#aliveAtMs >= QUIET_IS_LOST_MS)
      this.#onQuiet(this.#aliveAtMs)
  }

  async #hasOther(): Promise<boolean> {
    const before = this.#transport
    this.#transport = await this.#read()
    return this.#transport !== before
  }
}
