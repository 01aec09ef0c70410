import { LIMITS, Refusal } from '@parley/protocol'
import type { Clock } from '../clock.ts'

type Place = { room: string; socket: string }
type Waiting = { socket: string; come: () => void; giveUp: () => void }

/** Turns to join a room, in order of asking. Among the sockets of one server: a turn is a courtesy, and the log decides. */
export class Turns {
  readonly #clock: Clock
  readonly #rows = new Map<string, Waiting[]>()
  readonly #deadlines = new Map<string, Disposable>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Resolves when the turn has come; refused with `not-permitted` if the socket ends its wait before. */
  async ask({ room, socket }: Place): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const row = this.#rows.get(room) ?? []
    this.#rows.set(room, row)
    const giveUp = () => reject(new Refusal('not-permitted'))
    row.push({ socket, come: resolve, giveUp })
    if (row.length === 1) this.#begin(room)
    return promise
  }

  /** Whether anybody has or awaits one. */
  isTaken(room: string): boolean {
    return this.#rows.has(room)
  }

  has({ room, socket }: Place): boolean {
    return this.#rows.get(room)?.[0]?.socket === socket
  }

  isWaiting({ room, socket }: Place): boolean {
    return this.#rows.get(room)?.some((waiting) => waiting.socket === socket) ?? false
  }

  /** Ends its turn or its wait. */
  end({ room, socket }: Place): void {
    const row = this.#rows.get(room)
    if (!row) return
    const hadTurn = this.has({ room, socket })
    row.find((waiting) => waiting.socket === socket)?.giveUp()
    this.#rows.set(
      room,
      row.filter((waiting) => waiting.socket !== socket),
    )
    if (hadTurn) this.#begin(room)
  }

  /** The socket is gone. */
  drop(socket: string): void {
    for (const room of this.#rows.keys()) this.end({ room, socket })
  }

  #begin(room: string): void {
    this.#deadlines.get(room)?.[Symbol.dispose]()
    this.#deadlines.delete(room)
    const first = this.#rows.get(room)?.[0]
    if (!first) return void this.#rows.delete(room)
    const over = () => this.end({ room, socket: first.socket })
    this.#deadlines.set(room, this.#clock.after(LIMITS.turnMs, over))
    first.come()
  }
}
