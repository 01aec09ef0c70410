import type { Clock } from '@parley/call'
import type { Connection, Line, Pushed, Request } from '@parley/client'
import type { RoomId } from '@parley/protocol'

/** What is withheld from a line, in the order in which it came. */
export type Withheld = {
  readonly messages: readonly Pushed[]
  /** Tells it after all, in that order; nothing more is withheld. */
  release(order?: (messages: readonly Pushed[]) => readonly Pushed[]): void
}

type Parts = { clock: Clock; answer: (request: Request) => Record<string, unknown> }

/** How long an answer is under way, as over a good line. Smaller: what a screen says in passing is never seen. */
const ANSWER_MS = 40

/** A member's connection to the evil server: all that it is told and all that it asks can be bent. */
export class EvilLine implements Connection, AsyncDisposable {
  readonly standing: Connection['standing']
  /** What is told in place of each message: nothing drops it, two of it double it. */
  bend: (message: Pushed) => readonly Pushed[] = (message) => [message]
  /** What is answered in place of acting on a request; undefined acts. */
  lie: (request: Request) => Record<string, unknown> | undefined = () => undefined
  readonly asked: Request[] = []
  readonly #parts: Parts
  readonly #hearers = new Set<(message: Pushed) => void>()
  readonly #lineHearers = new Set<(line: Line) => void>()
  readonly #rooms = new Set<RoomId>()
  #line: Line = { is: 'there' }

  constructor(standing: Connection['standing'], parts: Parts) {
    this.standing = standing
    this.#parts = parts
  }

  async request(message: Request): Promise<Record<string, unknown>> {
    this.asked.push(message)
    const { clock, answer } = this.#parts
    const arrived = Promise.withResolvers<void>()
    clock.after(ANSWER_MS, arrived.resolve)
    await arrived.promise
    return this.lie(message) ?? answer(message)
  }

  subscribe(hear: (message: Pushed) => void): Disposable {
    this.#hearers.add(hear)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  onLine(hear: (line: Line) => void): Disposable {
    this.#lineHearers.add(hear)
    hear(this.#line)
    return { [Symbol.dispose]: () => void this.#lineHearers.delete(hear) }
  }

  /** As the server tells it, bent. */
  tell(message: Pushed): void {
    for (const bent of this.bend(message)) for (const hear of this.#hearers) hear(bent)
  }

  /** Keeps to itself what it would tell from now on, as far as that is meant. */
  withhold(isMeant: (message: Pushed) => boolean = () => true): Withheld {
    const before = this.bend
    const messages: Pushed[] = []
    this.bend = (message) => {
      if (!isMeant(message)) return before(message)
      messages.push(message)
      return []
    }
    return {
      messages,
      release: (order = (all) => all) => {
        this.bend = before
        for (const message of order(messages)) this.tell(message)
      },
    }
  }

  isIn(room: RoomId): boolean {
    return this.#rooms.has(room)
  }

  follow(room: RoomId): void {
    this.#rooms.add(room)
  }

  leave(room: RoomId): void {
    this.#rooms.delete(room)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#line = { is: 'lost' }
    this.#rooms.clear()
    this.#hearers.clear()
    this.#lineHearers.clear()
  }
}
