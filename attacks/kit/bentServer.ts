import type { Connection, Pushed, Request, Server } from '@parley/client'

/** What an attacker in the middle makes of what passes; it can also say what nobody said. */
export class Middle {
  ask: (asked: Request) => Request = (asked) => asked
  answer: (asked: Request, result: Record<string, unknown>) => Record<string, unknown> = (
    _asked,
    result,
  ) => result
  /** Nothing keeps it from whoever listens. */
  tell: (told: Pushed) => Pushed | undefined = (told) => told
  readonly told: Pushed[] = []
  readonly asked: Request[] = []
  readonly #hearers = new Set<(told: Pushed) => void>()

  /** Says it to all who listen over these lines. */
  invent(told: Pushed): void {
    for (const hear of this.#hearers) hear(told)
  }

  /** Tells what it heard of that sort once more, as it bends now. */
  tellAgain(isMeant: (told: Pushed) => boolean): void {
    for (const told of this.told.filter(isMeant)) this.#pass(told)
  }

  asks(asked: Request): Request {
    this.asked.push(asked)
    return this.ask(asked)
  }

  hears(told: Pushed): void {
    this.told.push(told)
    this.#pass(told)
  }

  listen(hear: (told: Pushed) => void): Disposable {
    this.#hearers.add(hear)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  #pass(told: Pushed): void {
    const bent = this.tell(told)
    if (bent) this.invent(bent)
  }
}

/** A server as it is, over lines with an attacker in the middle. */
export function bentServer(server: Server, middle: Middle): Server {
  return {
    origin: server.origin,
    createCall: (...what) => server.createCall(...what),
    isDemonstration: () => server.isDemonstration(),
    connect: async (...how) => {
      const connection = await server.connect(...how)
      const hearing = connection.subscribe((told) => middle.hears(told))
      const bent: Connection & AsyncDisposable = {
        standing: connection.standing,
        request: async (asked, signal) =>
          middle.answer(asked, await connection.request(middle.asks(asked), signal)),
        subscribe: (hear) => middle.listen(hear),
        onLine: (hear) => connection.onLine(hear),
        async [Symbol.asyncDispose]() {
          hearing[Symbol.dispose]()
          await connection[Symbol.asyncDispose]()
        },
      }
      return bent
    },
  }
}
