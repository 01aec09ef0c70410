import type { BrowserContext, WebSocketRoute } from '@playwright/test'

type Held = { near: WebSocketRoute; said: string | Buffer }

/** What the server tells one person of the log, in the hands of an attacker. Requests are answered all the while. */
export class EvilSocket {
  #held: Held[] | undefined
  #lateMs = 0

  /** Of all pages that the context opens from now on. */
  static async of(context: BrowserContext): Promise<EvilSocket> {
    const socket = new EvilSocket()
    await context.routeWebSocket(/\/socket$/, (near) => {
      const far = near.connectToServer()
      far.onMessage((said) => socket.#tell({ near, said }))
    })
    return socket
  }

  /** From now on the log comes so late. */
  delay(ms: number): void {
    this.#lateMs = ms
  }

  /** Nothing of the log comes any more. */
  withhold(): void {
    this.#held = []
  }

  /** What was withheld comes at once, as it was said or the last first, and then all as it is said. */
  release(order: 'as-said' | 'last-first'): void {
    const held = this.#held ?? []
    this.#held = undefined
    for (const { near, said } of order === 'as-said' ? held : held.toReversed()) near.send(said)
  }

  #tell(one: Held): void {
    const isOfLog = typeof one.said === 'string' && one.said.includes('"type":"logged"')
    if (!isOfLog) one.near.send(one.said)
    else if (this.#held) this.#held.push(one)
    else if (this.#lateMs > 0) setTimeout(() => one.near.send(one.said), this.#lateMs)
    else one.near.send(one.said)
  }
}
